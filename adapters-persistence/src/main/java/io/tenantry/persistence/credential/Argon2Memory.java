package io.tenantry.persistence.credential;

import io.tenantry.domain.failure.Overloaded;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds what all Argon2 hashes that are checked at once take of the heap: 256 MiB, or half of it where it is small. One that
 * needs more by itself is not checked at all.
 */
final class Argon2Memory {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** As many as wait at the gate. */
    private static final int WAITING = 64;

    private static final int BYTES_OF_KIB = 1024;
    private static final Argon2Memory SHARED = new Argon2Memory(
            (int) Math.min(Argon2Hash.MAX_MEMORY, Runtime.getRuntime().maxMemory() / 2 / BYTES_OF_KIB), PATIENCE);

    private final Semaphore free;
    private final int all;
    private final Duration patience;

    /** @param all in KiB */
    Argon2Memory(int all, Duration patience) {
        this.free = new Semaphore(all, true);
        this.all = all;
        this.patience = patience;
    }

    static Argon2Memory shared() {
        return SHARED;
    }

    /**
     * @param wanted in KiB
     * @throws Overloaded if there is not that much, or not in time, or if too many wait for it
     */
    <T> T use(int wanted, Supplier<T> hashing) {
        acquire(wanted);
        try {
            return hashing.get();
        } finally {
            free.release(wanted);
        }
    }

    /** How many wait now, about. */
    int waiting() {
        return free.getQueueLength();
    }

    private void acquire(int wanted) {
        try {
            if (wanted > all
                    || waiting() >= WAITING
                    || !free.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded(RETRY_AFTER);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Overloaded(RETRY_AFTER, stopped);
        }
    }
}
