package io.tenantry.domain.throttle;

import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.Optional;

/**
 * The counters, shared by all nodes. Called within a transaction, which must commit even though what it counts is refused;
 * the rows are in reach of every scope.
 */
@DrivenPort
public interface Throttles {

    /** The counter as it stands; empty if there is none. */
    Optional<Throttle> find(ThrottleKey key);

    /**
     * The counter, a fresh one if there was none, held until the transaction under way ends: of several that count at once,
     * each sees what the one before it did. Whoever holds several does so in the order of their kinds.
     */
    Throttle hold(ThrottleKey key, Instant now);

    /** Keeps a counter that is held. */
    void keep(ThrottleKey key, Throttle throttle);

    void forget(ThrottleKey key);

    /**
     * Removes counters that began, or whose wait ended, before {@code before}.
     *
     * @return how many, {@code limit} at most
     */
    int removeOver(Instant before, int limit);
}
