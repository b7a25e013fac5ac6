package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.user.HeldUsers;
import io.tenantry.domain.admin.DisableUser;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

final class DisableUserService implements DisableUser {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final HeldUsers held;
    private final Users users;
    private final OneTimeTokens oneTimeTokens;
    private final Sessions sessions;
    private final InstantSource clock;

    DisableUserService(DrivenPorts ports, OperatorAccess access, InstantSource clock) {
        this.transactions = ports.transactions();
        this.access = access;
        this.held = new HeldUsers(ports);
        this.users = ports.users();
        this.oneTimeTokens = ports.oneTimeTokens();
        this.sessions = ports.sessions();
        this.clock = clock;
    }

    @Override
    public User disable(Command command) {
        access.require(command.by());
        if (command.by().user().equals(command.user())) {
            throw new Forbidden();
        }
        return transactions.outsideTenants(() -> {
            User user = held.hold(command.user()).orElseThrow(NotFound::new);
            return user.disabled() == command.disabled() ? user : changed(user, command);
        });
    }

    private User changed(User user, Command command) {
        Instant now = clock.instant();
        User changed = user.disabled(command.disabled(), now);
        if (changed.disabled()) {
            revokeMailed(user);
        }
        users.update(changed);
        if (changed.disabled()) {
            sessions.endAll(user.id(), Optional.empty(), now);
        }
        AuditAction action = changed.disabled() ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED;
        access.did(action, command.by(), user.id(), command.device());
        return changed;
    }

    /** What was mailed before does not serve once the account is enabled again. The tokens are locked before the user. */
    private void revokeMailed(User user) {
        oneTimeTokens.revoke(user.id(), TokenPurpose.CONFIRM_EMAIL);
        oneTimeTokens.revoke(user.id(), TokenPurpose.RESET_PASSWORD);
    }
}
