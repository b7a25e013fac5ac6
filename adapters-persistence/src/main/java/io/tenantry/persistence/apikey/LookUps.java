package io.tenantry.persistence.apikey;

import io.tenantry.domain.failure.Throttled;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many look-ups go on at once, from however many addresses they come, so that keys which are none leave the database to all
 * else. A few more wait a moment for their turn, as after a start, when no key is remembered yet. Safe for use by several threads.
 */
public final class LookUps {

    private static final int MOST_WAITING = 32;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Semaphore turns;

    private LookUps(int atOnce) {
        this.turns = new Semaphore(atOnce);
    }

    /** A quarter of the connections that there are, and two at least. */
    public static LookUps on(int connections) {
        return new LookUps(Math.max(2, connections / 4));
    }

    /** @throws Throttled if too many are under way */
    <T> T oneMore(Supplier<T> lookUp) {
        if (!hasTurn()) {
            throw new Throttled(RETRY_AFTER);
        }
        try {
            return lookUp.get();
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire()
                    || (turns.getQueueLength() < MOST_WAITING
                            && turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
