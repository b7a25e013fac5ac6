package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.user.HeldUsers;
import io.tenantry.domain.admin.EndUserSessions;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Takes back a new address that was asked for, as whoever ends all their other sessions does: a thief's would outlive it. */
final class EndUserSessionsService implements EndUserSessions {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final HeldUsers held;
    private final Sessions sessions;
    private final OneTimeTokens oneTimeTokens;
    private final InstantSource clock;

    EndUserSessionsService(DrivenPorts ports, OperatorAccess access, InstantSource clock) {
        this.transactions = ports.transactions();
        this.access = access;
        this.held = new HeldUsers(ports);
        this.sessions = ports.sessions();
        this.oneTimeTokens = ports.oneTimeTokens();
        this.clock = clock;
    }

    @Override
    public User end(Principal by, UserId user, Device device) {
        access.require(by);
        return transactions.outsideTenants(() -> {
            User found = held.hold(user).orElseThrow(NotFound::new);
            sessions.endAll(user, Optional.empty(), clock.instant());
            oneTimeTokens.revoke(user, TokenPurpose.CONFIRM_EMAIL);
            access.did(AuditAction.SESSIONS_ENDED, by, user, device);
            return found;
        });
    }
}
