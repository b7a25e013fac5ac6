package io.tenantry.domain.social;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A visit to a provider that is under way, as it is kept (RFC 6749, section 4.1; RFC 7636; RFC 9700, section 2.1). Neither
 * state nor browser token is kept in clear.
 *
 * @param state digest of what the provider hands back
 * @param browser digest of what the browser that began must show when it comes back
 * @param user for whom an account is to be linked; empty for a sign-in
 */
public record Authorization(
        TokenDigest state,
        TokenDigest browser,
        ProviderName provider,
        Optional<UserId> user,
        String nonce,
        String codeVerifier,
        Instant expiresAt) {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /**
     * Whether it serves now: the browser that began it, compared in constant time, and what it was begun for.
     *
     * @param wanted for whom an account is to be linked; empty for a sign-in
     */
    public boolean serves(SecretToken shown, Optional<UserId> wanted, Instant now) {
        return browser.equals(shown.digest()) && user.equals(wanted) && now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Authorization[" + provider.value() + "]";
    }
}
