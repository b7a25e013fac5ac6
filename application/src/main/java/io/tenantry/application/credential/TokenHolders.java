package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;

/** Finds out whom a token from a mail speaks for. */
public final class TokenHolders {

    private final OneTimeTokens oneTimeTokens;
    private final Credentials credentials;
    private final Users users;
    private final InstantSource clock;

    public TokenHolders(DrivenPorts ports, InstantSource clock) {
        this.oneTimeTokens = ports.oneTimeTokens();
        this.credentials = ports.credentials();
        this.users = ports.users();
        this.clock = clock;
    }

    /**
     * The user for whom the token serves now; it serves nobody who is disabled. Within a transaction, which holds the user's password unchanged from then on.
     *
     * @throws InvalidOneTimeToken if it serves nobody for this purpose
     */
    public User holderOf(SecretToken token, TokenPurpose purpose) {
        OneTimeToken kept = oneTimeTokens.find(token.digest()).orElseThrow(InvalidOneTimeToken::new);
        CredentialVersion current = credentials.hold(kept.user());
        return users.find(kept.user())
                .filter(holder -> !holder.disabled() && kept.serves(purpose, holder, current, clock.instant()))
                .orElseThrow(InvalidOneTimeToken::new);
    }
}
