package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.credential.TokenHolders;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import io.tenantry.domain.user.VerifyEmail;
import java.time.InstantSource;

/** The token is not spent: mail scanners and impatient people follow a link twice, and the second time changes nothing. */
final class VerifyEmailService implements VerifyEmail {

    private final Transactions transactions;
    private final TokenHolders holders;
    private final Users users;
    private final InstantSource clock;

    VerifyEmailService(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.holders = new TokenHolders(ports, clock);
        this.users = ports.users();
        this.clock = clock;
    }

    @Override
    public User verify(Command command) {
        return transactions.outsideTenants(
                () -> verified(holders.holderOf(command.token(), TokenPurpose.VERIFY_EMAIL)));
    }

    private User verified(User user) {
        if (user.emailVerified()) {
            return user;
        }
        User verified = user.verified(clock.instant());
        users.update(verified);
        return verified;
    }
}
