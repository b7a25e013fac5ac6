package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.KeyUses.Admission;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The units of a tenant in a month, as this node knows them: what is written down, by whatever node, and what is admitted here and not
 * written yet. Admits by many threads at once, none of which waits, and never more than the limit; all else by the one that writes.
 */
final class UnitCount {

    private static final long CLOSED = Long.MIN_VALUE;

    /** Longer than a key is remembered by which the count would be begun again. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final int ALL = 100;
    private static final int MOST = 80;

    private final AtomicLong used;

    /** What was written down when it was last heard. */
    private long known;

    private volatile long limit = Long.MAX_VALUE;
    private volatile boolean refused;
    private volatile long askedAt = System.nanoTime();

    /** @param known what is written down */
    UnitCount(long known) {
        this.known = known;
        this.used = new AtomicLong(known);
    }

    /** Empty if it is closed: then there is another one. */
    Optional<Admission> admit(long units, long most) {
        ask(most);
        long before = used.get();
        while (before != CLOSED) {
            if (units == 0) {
                return Optional.of(new Admission(true, before));
            }
            if (units > most - before) {
                refused = true;
                return Optional.of(new Admission(false, before));
            }
            if (used.compareAndSet(before, before + units)) {
                return Optional.of(new Admission(true, before + units));
            }
            before = used.get();
        }
        return Optional.empty();
    }

    /** Keeps it from being closed for a while. */
    void ask() {
        askedAt = System.nanoTime();
    }

    boolean isIdle() {
        return System.nanoTime() - askedAt > IDLE.toNanos();
    }

    /** False if something was admitted that is not written yet. */
    boolean close() {
        return used.compareAndSet(known, CLOSED);
    }

    /**
     * @param written what is written down now, by all nodes
     * @param own what this node added to it since the last time
     */
    void hear(long written, long own) {
        used.addAndGet(written - known - own);
        known = written;
    }

    /**
     * How much of the limit is used up, 80 or 100 percent; 0 if less. Units that were refused are asked for once, and count for all
     * only where most is used.
     */
    int percent() {
        boolean wasRefused = refused;
        refused = false;
        long now = used();
        // In whole units, and without running over: limit / 5 is what is left at 80 percent.
        if (now < limit - limit / 5) {
            return 0;
        }
        boolean all = wasRefused || (limit > 0 && now >= limit);
        return all ? ALL : limit > 0 ? MOST : 0;
    }

    long used() {
        return used.get();
    }

    private void ask(long most) {
        ask();
        if (limit != most) {
            limit = most;
        }
    }
}
