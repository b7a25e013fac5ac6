package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.KeyUses.Admission;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.apikey.QuotaUse;
import io.tenantry.domain.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The units of the tenants whose keys were read lately. Each is followed, used or not: what other nodes write is heard at every
 * exchange, so that a quota is exceeded by no more than what they admit between two. Learns and admits by many threads at once; all
 * else by the one that writes.
 */
public final class TenantUnits {

    private final ConcurrentMap<TenantMonth, UnitCount> counts = new ConcurrentHashMap<>();

    /** What was just read of a tenant: nothing new, if it is followed already. */
    void learn(TenantId tenant, MonthlyUnits used) {
        counts.computeIfAbsent(new TenantMonth(tenant, used.month()), none -> new UnitCount(used.units()))
                .ask();
    }

    Admission admit(KnownKey key, YearMonth month, Instant now, long units) {
        TenantMonth of = new TenantMonth(key.tenant().id(), month);
        long limit = key.tenant().quotaLimit();
        while (true) {
            UnitCount count = count(of, key, now);
            Optional<Admission> admission = count.admit(units, limit);
            if (admission.isPresent()) {
                return admission.get();
            }
            counts.remove(of, count);
        }
    }

    /** Those to be heard of. Those that nobody asked for in a while are no longer followed; in a new month the tenant's next count is. */
    Set<TenantMonth> followed(YearMonth month) {
        counts.forEach((of, count) -> follow(of, count, month));
        return Set.copyOf(counts.keySet());
    }

    /**
     * @param followed of whom it was asked
     * @param written what is written down of them: nothing, if they are missing
     * @param own what this node added to that
     */
    void hear(Set<TenantMonth> followed, Map<TenantMonth, Long> written, Map<TenantMonth, Long> own) {
        followed.forEach(of -> counts.get(of).hear(written.getOrDefault(of, 0L), own.getOrDefault(of, 0L)));
    }

    /** Those whose quota comes to its end. */
    List<QuotaUse> nearTheEnd() {
        List<QuotaUse> near = new ArrayList<>();
        counts.forEach((of, count) -> {
            int percent = count.percent();
            if (percent > 0) {
                near.add(new QuotaUse(of.tenant(), of.month(), percent, count.used()));
            }
        });
        return near;
    }

    private UnitCount count(TenantMonth of, KnownKey key, Instant now) {
        UnitCount count = counts.get(of);
        return count != null
                ? count
                : counts.computeIfAbsent(of, none -> new UnitCount(key.used().at(now)));
    }

    private void follow(TenantMonth of, UnitCount count, YearMonth month) {
        if (count.isIdle()) {
            if (count.close()) {
                counts.remove(of, count);
            }
        } else if (of.month().isBefore(month)) {
            counts.computeIfAbsent(new TenantMonth(of.tenant(), month), none -> new UnitCount(0));
        }
    }
}
