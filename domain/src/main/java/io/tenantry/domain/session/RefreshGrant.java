package io.tenantry.domain.session;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A refresh token as it is kept: what it may still do is decided here.
 *
 * @param tenant where its access tokens lead; the tenant lives in the token, never in the session
 * @param spent when it was first used and what its successor was derived from, if it is of a rotating session and was used
 */
public record RefreshGrant(TokenDigest digest, Session session, Optional<TenantId> tenant, Optional<Spent> spent) {

    /** @param salt see {@link RefreshToken#successor}; empty once the grace is over and it was erased */
    public record Spent(Instant at, Optional<RotationSalt> salt) {}

    /** What is to happen when the token is shown. */
    public sealed interface Decision {}

    /** The session is over, or of the other kind: refuse. */
    public record Refuse() implements Decision {}

    /** Give a new access token; the refresh token stays. */
    public record Keep() implements Decision {}

    /** Spend the token and give its successor. */
    public record Rotate() implements Decision {}

    /** A retry within the grace: give the same successor again. */
    public record Repeat(RotationSalt salt) implements Decision {}

    /** A spent token shown again: theft (RFC 9700, section 4.14.2). End the session. */
    public record Reused() implements Decision {}

    /** @param wanted the kind of session that the route at hand serves */
    public Decision decide(SessionKind wanted, Instant now, Duration grace) {
        if (session.kind() != wanted || !session.isLiveAt(now)) {
            return new Refuse();
        }
        if (session.kind() == SessionKind.FIXED) {
            return new Keep();
        }
        return spent.map(first -> whenSpent(first, now, grace)).orElseGet(Rotate::new);
    }

    private static Decision whenSpent(Spent first, Instant now, Duration grace) {
        boolean withinGrace = !now.isAfter(first.at().plus(grace));
        return first.salt()
                .filter(salt -> withinGrace)
                .<Decision>map(Repeat::new)
                .orElseGet(Reused::new);
    }
}
