package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A registration or sign-in by passkey that waits for the authenticator's answer, as it is kept.
 *
 * @param user whose it is; empty for a sign-in of somebody who is not known yet
 * @param request what was asked of the authenticator, in the form of {@link WebAuthn}'s maker
 */
public record Ceremony(TokenDigest digest, Purpose purpose, Optional<UserId> user, String request, Instant expiresAt) {

    /** What for. */
    public enum Purpose {
        REGISTRATION,
        SIGN_IN
    }

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    /** @param by whose it must be; empty if it must be nobody's */
    public boolean serves(Purpose wanted, Optional<UserId> by, Instant now) {
        return purpose == wanted && user.equals(by) && now.isBefore(expiresAt);
    }
}
