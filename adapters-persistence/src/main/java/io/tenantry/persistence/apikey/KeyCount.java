package io.tenantry.persistence.apikey;

import java.util.concurrent.atomic.AtomicReference;

/** Counts by many threads at once, none of which waits, until somebody takes it all. */
final class KeyCount {

    private static final Counts CLOSED = new Counts(-1, -1, -1, Counts.NONE.lastUsedAt());

    private final AtomicReference<Counts> counts = new AtomicReference<>(Counts.NONE);

    /** False if it was taken: then there is another one. */
    boolean add(Counts more) {
        Counts before = counts.get();
        while (before.requests() >= 0) {
            if (counts.compareAndSet(before, before.plus(more))) {
                return true;
            }
            before = counts.get();
        }
        return false;
    }

    /** Nothing is added afterwards. */
    Counts take() {
        return counts.getAndSet(CLOSED);
    }
}
