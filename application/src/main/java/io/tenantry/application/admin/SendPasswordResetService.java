package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.mail.TokenMails;
import io.tenantry.application.user.HeldUsers;
import io.tenantry.domain.admin.SendPasswordReset;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The token goes to the user's mail and nowhere else: who operates the installation does not get into accounts. */
final class SendPasswordResetService implements SendPasswordReset {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final HeldUsers held;
    private final TokenMails mails;

    SendPasswordResetService(DrivenPorts ports, OperatorAccess access, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = access;
        this.held = new HeldUsers(ports);
        this.mails = new TokenMails(ports, clock, random);
    }

    @Override
    public User send(Principal by, UserId user, Device device) {
        access.require(by);
        return transactions.outsideTenants(() -> {
            User found = held.hold(user).orElseThrow(NotFound::new);
            if (!found.disabled()) {
                mails.send(TokenPurpose.RESET_PASSWORD, found);
            }
            access.did(AuditAction.PASSWORD_RESET_REQUESTED, by, user, device);
            return found;
        });
    }
}
