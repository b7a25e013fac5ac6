package io.tenantry.application.throttle;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.throttle.Throttle;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.Throttles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Several counters at once, held in the order of their kinds. Where limits are switched off, none is ever asked. */
final class Counters {

    private record Held(ThrottleKey key, Throttle throttle) {

        Held counted(Instant now) {
            return new Held(key, throttle.counted(key.kind().rule(), now));
        }

        boolean isAtLimit() {
            return throttle.count() == key.kind().rule().limit();
        }
    }

    /**
     * What counting came to.
     *
     * @param retryAfter how long one must wait; then nothing was counted
     * @param reached those that came to their limits by this
     */
    record Counted(Optional<Duration> retryAfter, List<ThrottleKey> reached) {}

    private final Throttles throttles;
    private final boolean on;
    private final InstantSource clock;

    Counters(DrivenPorts ports, Policies policies, InstantSource clock) {
        this.throttles = ports.throttles();
        this.on = policies.rateLimits();
        this.clock = clock;
    }

    /** How long one must wait, as things stand. */
    Optional<Duration> look(List<ThrottleKey> keys) {
        return longest(asked(keys).map(throttles::find).flatMap(Optional::stream));
    }

    /** Whether it has counted anything; if so it is held, and looking at it shows all that others have counted. */
    boolean hold(ThrottleKey key) {
        return asked(List.of(key))
                .flatMap(asked -> throttles.find(asked).stream())
                .map(counted -> throttles.hold(key, clock.instant()))
                .findFirst()
                .isPresent();
    }

    /** Counts once by each key, unless one must wait: then by none. */
    Counted count(List<ThrottleKey> keys) {
        Instant now = clock.instant();
        List<Held> held = asked(keys)
                .sorted(Comparator.comparing(ThrottleKey::kind))
                .map(key -> new Held(key, throttles.hold(key, now)))
                .toList();
        Optional<Duration> wait = longest(held.stream().map(Held::throttle));
        return wait.isPresent()
                ? new Counted(wait, List.of())
                : keep(held.stream().map(one -> one.counted(now)));
    }

    void forget(ThrottleKey key) {
        asked(List.of(key)).forEach(throttles::forget);
    }

    private Counted keep(Stream<Held> counted) {
        List<Held> all = counted.toList();
        all.forEach(one -> throttles.keep(one.key(), one.throttle()));
        return new Counted(
                Optional.empty(),
                all.stream().filter(Held::isAtLimit).map(Held::key).toList());
    }

    private Stream<ThrottleKey> asked(List<ThrottleKey> keys) {
        return on ? keys.stream() : Stream.empty();
    }

    private Optional<Duration> longest(Stream<Throttle> throttles) {
        Instant now = clock.instant();
        return throttles.flatMap(throttle -> throttle.wait(now).stream()).max(Comparator.naturalOrder());
    }
}
