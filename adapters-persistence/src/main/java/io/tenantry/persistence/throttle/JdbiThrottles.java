package io.tenantry.persistence.throttle;

import io.tenantry.domain.throttle.Throttle;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.Throttles;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.Optional;

/** Counters in the table {@code throttle}, each under the digest of what it counts for. */
public final class JdbiThrottles implements Throttles {

    private final Dao<ThrottleDao> throttles;

    public JdbiThrottles(CurrentTransaction current) {
        this.throttles = new Dao<>(current, ThrottleDao.class);
    }

    @Override
    public Optional<Throttle> find(ThrottleKey key) {
        return throttles.get(dao -> dao.find(key.digest()));
    }

    @Override
    public Throttle hold(ThrottleKey key, Instant now) {
        return throttles.get(dao -> dao.hold(key.digest(), now));
    }

    @Override
    public void keep(ThrottleKey key, Throttle throttle) {
        throttles.run(dao -> dao.keep(key.digest(), throttle));
    }

    @Override
    public void forget(ThrottleKey key) {
        throttles.run(dao -> dao.delete(key.digest()));
    }

    @Override
    public int removeOver(Instant before, int limit) {
        return throttles.get(dao -> dao.removeOver(before, limit));
    }
}
