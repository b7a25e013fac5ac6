package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.ResetPassword;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class ResetPasswordService implements ResetPassword {

    private final Transactions transactions;
    private final TokenHolders holders;
    private final AllowedPasswords allowed;
    private final Credentials credentials;
    private final OneTimeTokens oneTimeTokens;
    private final Users users;
    private final Sessions sessions;
    private final Identities identities;
    private final InstantSource clock;

    ResetPasswordService(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.holders = new TokenHolders(ports, clock);
        this.allowed = new AllowedPasswords(ports.breachedPasswords());
        this.credentials = ports.credentials();
        this.oneTimeTokens = ports.oneTimeTokens();
        this.users = ports.users();
        this.sessions = ports.sessions();
        this.identities = ports.identities();
        this.clock = clock;
    }

    /** The token is looked at before the password is hashed, so that guesses at tokens cost no hash; and again after. */
    @Override
    public void reset(Command command) {
        User asking = transactions.outsideTenants(() -> holderOf(command.token()));
        allowed.require(command.password(), asking.email(), tenantsOf(asking));
        SealedPassword password = credentials.seal(command.password());
        transactions.outsideTenants(() -> replace(command.token(), password));
    }

    private List<TenantName> tenantsOf(User user) {
        return identities.of(user.id()).map(Identity::memberships).orElse(List.of()).stream()
                .map(in -> in.tenant().name())
                .toList();
    }

    private User holderOf(SecretToken token) {
        return holders.holderOf(token, TokenPurpose.RESET_PASSWORD);
    }

    /** Also ends whatever somebody left who had registered this address before its owner. */
    private User replace(SecretToken token, SealedPassword password) {
        User user = holderOf(token);
        if (!oneTimeTokens.spend(token.digest())) {
            throw new InvalidOneTimeToken();
        }
        Instant now = clock.instant();
        credentials.store(user.id(), password);
        users.update(user.verified(now));
        sessions.endAll(user.id(), Optional.empty(), now);
        return user;
    }
}
