package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that waits for its second factor, as it is kept. Its token opens nothing else.
 *
 * @param credential the password that the user had at the first step: when it is changed, the challenge is dead
 * @param tenant the one that was chosen
 * @param triesLeft wrong codes after which it is dead; 5 at first
 * @param expiresAt 5 minutes after the first step
 */
public record MfaChallenge(
        TokenDigest digest,
        UserId user,
        CredentialVersion credential,
        SessionKind kind,
        Optional<TenantId> tenant,
        boolean rememberMe,
        int triesLeft,
        Instant expiresAt) {

    /** How many wrong codes it takes. */
    public static final int TRIES = 5;

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    public boolean serves(Instant now) {
        return triesLeft > 0 && now.isBefore(expiresAt);
    }

    /** After a wrong code. */
    public MfaChallenge failed() {
        return new MfaChallenge(digest, user, credential, kind, tenant, rememberMe, triesLeft - 1, expiresAt);
    }
}
