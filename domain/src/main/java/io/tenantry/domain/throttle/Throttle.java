package io.tenantry.domain.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A counter as it stands.
 *
 * @param since when the first of what is counted happened
 * @param blockedUntil until when it must wait, or had to
 */
public record Throttle(int count, Instant since, Optional<Instant> blockedUntil) {

    /** A counter that had to wait is forgotten this long after the wait was over. */
    private static final Duration MEMORY = Duration.ofHours(24);

    /** One that has counted nothing. */
    public static Throttle fresh(Instant now) {
        return new Throttle(0, now, Optional.empty());
    }

    /** How long to wait; empty if it need not. */
    public Optional<Duration> wait(Instant now) {
        return blockedUntil.filter(now::isBefore).map(end -> Duration.between(now, end));
    }

    /** After it happened once more. */
    public Throttle counted(ThrottleRule rule, Instant now) {
        Throttle current = isOver(rule, now) ? fresh(now) : this;
        int next = current.count + 1;
        Optional<Instant> blocked =
                next < rule.limit() ? current.blockedUntil : Optional.of(now.plus(rule.waitAfter(next)));
        return new Throttle(next, current.since, blocked);
    }

    /** Whether what was counted counts no more. */
    public boolean isOver(ThrottleRule rule, Instant now) {
        Instant end = blockedUntil.map(until -> until.plus(MEMORY)).orElse(since.plus(rule.window()));
        return !now.isBefore(end);
    }
}
