package io.tenantry.persistence.schema;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * How tenants' schemas are to be brought up.
 *
 * @param parallel how many at a time, 1 to 64, each on a connection of its own
 * @param onlyFailed whether only those that failed before
 * @param progress hears of each that is over, from the threads that work, one call at a time
 */
public record FleetRun(int parallel, boolean onlyFailed, Consumer<FleetProgress> progress) {

    public static final FleetRun STANDARD = new FleetRun(4, false, progress -> {});

    private static final int MOST = 64;

    /** @throws IllegalArgumentException if {@code parallel} is not 1 to 64 */
    public FleetRun {
        Objects.requireNonNull(progress);
        if (parallel < 1 || parallel > MOST) {
            throw new IllegalArgumentException("from 1 to " + MOST + " at a time");
        }
    }

    /** The same, telling somebody else. */
    public FleetRun telling(Consumer<FleetProgress> listener) {
        return new FleetRun(parallel, onlyFailed, listener);
    }
}
