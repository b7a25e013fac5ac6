package io.tenantry.application.inmemory;

import io.tenantry.domain.throttle.Throttle;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.Throttles;
import java.time.Instant;
import java.util.Optional;

final class InMemoryThrottles implements Throttles {

    private record Entry(ThrottleKey key, Throttle throttle) {}

    private final InMemoryRows<ThrottleKey, Entry> rows;

    InMemoryThrottles(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public Optional<Throttle> find(ThrottleKey key) {
        return rows.find(key).map(Entry::throttle);
    }

    @Override
    public Throttle hold(ThrottleKey key, Instant now) {
        return find(key).orElseGet(() -> Throttle.fresh(now));
    }

    @Override
    public void keep(ThrottleKey key, Throttle throttle) {
        rows.put(key, new Entry(key, throttle));
    }

    @Override
    public void forget(ThrottleKey key) {
        rows.remove(key);
    }

    @Override
    public int removeOver(Instant before, int limit) {
        return rows.removeFirst(limit, entry -> last(entry.throttle()).isBefore(before));
    }

    private static Instant last(Throttle throttle) {
        return throttle.blockedUntil().filter(throttle.since()::isBefore).orElse(throttle.since());
    }
}
