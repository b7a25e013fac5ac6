package io.tenantry.domain.session;

import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One sign-in and what follows from it, until it ends.
 *
 * @param secondFactor whether a second factor was shown in it
 * @param idle how long it may go unused
 * @param expiresAt when it is over, however much it is used
 * @param endedAt when somebody ended it, if somebody did
 */
public record Session(
        SessionId id,
        UserId user,
        SessionKind kind,
        boolean rememberMe,
        boolean secondFactor,
        Device device,
        Instant createdAt,
        Instant lastUsedAt,
        Duration idle,
        Instant expiresAt,
        Optional<Instant> endedAt) {

    /** When it is over if it is not used again. */
    public Instant endsUnused() {
        Instant unused = lastUsedAt.plus(idle);
        return unused.isBefore(expiresAt) ? unused : expiresAt;
    }

    public boolean isLiveAt(Instant now) {
        return endedAt.isEmpty() && now.isBefore(endsUnused());
    }

    public Session usedAt(Instant now) {
        return new Session(id, user, kind, rememberMe, secondFactor, device, createdAt, now, idle, expiresAt, endedAt);
    }

    public Session endedAt(Instant now) {
        return new Session(
                id,
                user,
                kind,
                rememberMe,
                secondFactor,
                device,
                createdAt,
                lastUsedAt,
                idle,
                expiresAt,
                Optional.of(now));
    }

    public Session withSecondFactor() {
        return new Session(id, user, kind, rememberMe, true, device, createdAt, lastUsedAt, idle, expiresAt, endedAt);
    }
}
