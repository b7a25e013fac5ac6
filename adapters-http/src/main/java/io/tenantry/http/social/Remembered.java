package io.tenantry.http.social;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Something that a provider publishes, remembered for a while. One asks, the others wait for what it hears; after a failure
 * nobody asks for a moment. Thread-safe.
 */
final class Remembered<T> {

    /** How soon after one time, well or badly ended, it may be asked for again. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Source<T> source;
    private final Duration kept;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known<T> known = new Known<>(null, Instant.MIN);
    private volatile Instant failedAt = Instant.MIN;

    Remembered(Source<T> source, Duration kept, InstantSource clock) {
        this.source = source;
        this.kept = kept;
        this.clock = clock;
    }

    /** @throws IOException if it is not known, and the provider does not tell */
    T get(ProviderCall call) throws IOException {
        return notOlderThan(kept, call);
    }

    /** The same, asked for anew, unless that was just done. */
    T newest(ProviderCall call) throws IOException {
        return notOlderThan(PAUSE, call);
    }

    private T notOlderThan(Duration age, ProviderCall call) throws IOException {
        Instant oldest = clock.instant().minus(age);
        Known<T> remembered = known;
        return remembered.at.isAfter(oldest) ? remembered.value : ask(oldest, call);
    }

    private T ask(Instant oldest, ProviderCall call) throws IOException {
        enter(call);
        try {
            if (!known.at.isAfter(oldest)) {
                known = new Known<>(asked(call), clock.instant());
            }
            return known.value;
        } finally {
            asking.unlock();
        }
    }

    private T asked(ProviderCall call) throws IOException {
        if (failedAt.isAfter(clock.instant().minus(PAUSE_AFTER_FAILURE))) {
            throw new IOException("failed just now");
        }
        try {
            return source.ask(call);
        } catch (Exception untold) {
            failedAt = clock.instant();
            throw new IOException(untold);
        }
    }

    private void enter(ProviderCall call) throws IOException {
        try {
            if (!asking.tryLock(call.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedIOException("no answer in time");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Where it comes from. Whatever it throws, the provider did not tell. */
    interface Source<T> {
        T ask(ProviderCall call) throws Exception;
    }

    private record Known<T>(T value, Instant at) {}
}
