package io.tenantry.domain.session;

import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long tokens and sessions live.
 *
 * @param access of an access token; 1 hour by default
 * @param idle a session unused for this long is over; 24 hours by default
 * @param remembered the same, for a session with "remember me"; 30 days by default
 * @param maximum a session is over this long after sign-in, however much it is used; 90 days by default
 * @param grace how long after its first use a rotating refresh token gives the same successor again; 10 seconds by default
 */
public record TokenPolicy(Duration access, Duration idle, Duration remembered, Duration maximum, Duration grace) {

    public static final TokenPolicy STANDARD = new TokenPolicy(
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofSeconds(10));

    /** @throws IllegalArgumentException if a lifetime is not positive */
    public TokenPolicy {
        for (Duration lifetime : new Duration[] {access, idle, remembered, maximum}) {
            if (lifetime.isNegative() || lifetime.isZero()) {
                throw new IllegalArgumentException("a lifetime must be positive");
            }
        }
    }

    /** A session opened now. */
    public Session open(
            SessionId id,
            UserId user,
            SessionKind kind,
            boolean rememberMe,
            boolean secondFactor,
            Device device,
            Instant now) {
        Duration unused = kind == SessionKind.ACCESS_ONLY ? access : rememberMe ? remembered : idle;
        Duration longest = kind == SessionKind.ACCESS_ONLY ? access : maximum;
        return new Session(
                id,
                user,
                kind,
                rememberMe,
                secondFactor,
                device,
                now,
                now,
                unused,
                now.plus(longest),
                Optional.empty());
    }

    /** When an access token issued now for the session ends: never after the session itself. */
    public Instant accessEnds(Session session, Instant now) {
        Instant end = now.plus(access);
        return end.isBefore(session.endsUnused()) ? end : session.endsUnused();
    }
}
