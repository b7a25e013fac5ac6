package io.tenantry.http.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a token says whose signature, issuer and audience were found right, and by which key. */
record VerifiedToken(TokenClaims claims, Optional<Instant> notBefore, String kid) {
    /** How far the clocks of two nodes may lie apart. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(claims.expiresAt());
    }

    boolean holdsAt(Instant now) {
        Instant latest = now.plus(SKEW);
        return !isExpiredAt(now)
                && !claims.issuedAt().isAfter(latest)
                && notBefore.filter(start -> start.isAfter(latest)).isEmpty();
    }
}
