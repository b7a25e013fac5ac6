package io.tenantry.application.inmemory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. May be used by many threads. */
public final class MovableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    /** @param start where it stands at first */
    public MovableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * Moves it on.
     *
     * @throws IllegalArgumentException if the time is negative: what was already seen does not come again
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a clock does not go back");
        }
        now.updateAndGet(before -> before.plus(time));
    }
}
