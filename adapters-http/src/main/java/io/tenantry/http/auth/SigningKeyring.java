package io.tenantry.http.auth;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.session.ReadSigningKeys;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.http.wire.FaultLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The signing keys, read anew at most every 30 seconds, and at most every second for a key that is not known or after a read
 * that failed: so neither a flood of requests nor one of forged key ids reaches the database.
 *
 * <p>One request reads at a time. The others go on with the keys that were read last, which do not run out, and so does the
 * one whose read fails: a database that hangs stops nobody but the one that asks it. Thread-safe.
 */
public final class SigningKeyring {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);
    /** How long, and how many, requests wait for the first read of all: without it each of a first few at once would fail. */
    private static final long FIRST_WAIT_MILLIS = 2_000;

    private static final int FIRST_WAITERS = 64;
    private static final Snapshot NONE = new Snapshot(List.of(), Instant.MIN);

    private final ReadSigningKeys source;
    private final InstantSource clock;
    /** Not a monitor, which would pin the carriers of virtual threads before JDK 24. */
    private final ReentrantLock reading = new ReentrantLock();

    private volatile Snapshot current = NONE;
    /** When the last read ended, well or not. */
    private volatile Instant triedAt = Instant.MIN;

    public SigningKeyring(ReadSigningKeys source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @throws Unavailable if none were ever read, and cannot be now
     */
    public List<SigningKey> all() {
        return notOlderThan(FRESH).keys();
    }

    /** The one that signs now. */
    SigningKey newest() {
        return SigningKey.signing(all(), clock.instant()).orElseThrow(SigningKeyring::unavailable);
    }

    /**
     * @param id what a caller wrote: it is compared, and nothing else is done with it
     * @throws Unavailable as {@link #all()}
     */
    Optional<SigningKey> find(String id) {
        return notOlderThan(FRESH).find(id).or(() -> notOlderThan(BETWEEN_READS).find(id));
    }

    /** Not older than that, unless somebody is reading just now, or reading fails. */
    private Snapshot notOlderThan(Duration age) {
        if (!isDue(age) || !lock()) {
            return known();
        }
        try {
            return isDue(age) ? read() : known();
        } finally {
            reading.unlock();
        }
    }

    private boolean isDue(Duration age) {
        Instant now = clock.instant();
        return current.readAt().isBefore(now.minus(age)) && triedAt.isBefore(now.minus(BETWEEN_READS));
    }

    private boolean lock() {
        if (current.wasRead()) {
            return reading.tryLock();
        }
        try {
            return reading.getQueueLength() < FIRST_WAITERS
                    && reading.tryLock(FIRST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Snapshot read() {
        Instant asOf = clock.instant();
        try {
            current = new Snapshot(List.copyOf(source.read()), asOf);
        } catch (RuntimeException failed) {
            if (!current.wasRead()) {
                throw failed;
            }
            FaultLog.warn("signing keys could not be read, the known ones stay in use", failed);
        } finally {
            triedAt = clock.instant();
        }
        return current;
    }

    private Snapshot known() {
        Snapshot seen = current;
        if (!seen.wasRead()) {
            throw unavailable();
        }
        return seen;
    }

    private static Unavailable unavailable() {
        return new Unavailable(BETWEEN_READS);
    }

    private record Snapshot(List<SigningKey> keys, Instant readAt) {
        boolean wasRead() {
            return readAt.isAfter(Instant.MIN);
        }

        Optional<SigningKey> find(String id) {
            return keys.stream().filter(key -> key.id().equals(id)).findFirst();
        }
    }
}
