package io.tenantry.persistence.credential;

import io.tenantry.domain.failure.Overloaded;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds how many passwords are hashed at once and how many wait, so that hashing, slow on purpose, leaves the server
 * able to do all else. First come, first served.
 */
final class HashingGate {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore running;
    private final Semaphore admitted;
    private final Duration patience;

    /**
     * @param atOnce how many hash at once
     * @param waiting how many may wait for it
     * @param patience how long each of them waits at the most
     */
    HashingGate(int atOnce, int waiting, Duration patience) {
        this.running = new Semaphore(atOnce, true);
        this.admitted = new Semaphore(atOnce + waiting, true);
        this.patience = patience;
    }

    /** As many at once as there are cores; 64 wait, for 5 seconds at the most. */
    static HashingGate standard() {
        return new HashingGate(Runtime.getRuntime().availableProcessors(), 64, Duration.ofSeconds(5));
    }

    /** @throws Overloaded if too many wait, or it would take too long */
    <T> T pass(Supplier<T> hashing) {
        if (!admitted.tryAcquire()) {
            throw new Overloaded(RETRY_AFTER);
        }
        try {
            return whenFree(hashing);
        } finally {
            admitted.release();
        }
    }

    /** How many wait now, about. */
    int waiting() {
        return running.getQueueLength();
    }

    private <T> T whenFree(Supplier<T> hashing) {
        await();
        try {
            return hashing.get();
        } finally {
            running.release();
        }
    }

    private void await() {
        try {
            if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded(RETRY_AFTER);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Overloaded(RETRY_AFTER, stopped);
        }
    }
}
