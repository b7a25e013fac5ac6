package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.credential.TokenHolders;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import io.tenantry.domain.user.VerifyEmail;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The token is not spent: mail scanners and impatient people follow a link twice, and the second time changes nothing. */
final class VerifyEmailService implements VerifyEmail {

    private final Transactions transactions;
    private final TokenHolders holders;
    private final Users users;
    private final AuditTrail trail;
    private final InstantSource clock;

    VerifyEmailService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.holders = new TokenHolders(ports, clock);
        this.users = ports.users();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public User verify(Command command) {
        return transactions.outsideTenants(
                () -> verified(holders.holderOf(command.token(), TokenPurpose.VERIFY_EMAIL), command.device()));
    }

    private User verified(User user, Device device) {
        if (user.emailVerified()) {
            return user;
        }
        User verified = user.verified(clock.instant());
        users.update(verified);
        trail.done(AuditAction.EMAIL_VERIFIED, user.id(), device);
        return verified;
    }
}
