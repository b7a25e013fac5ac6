package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKeyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What was counted and is not written yet. For one thread. */
final class UnwrittenUses {

    private final Map<Counted, Counts> uses = new HashMap<>();

    /**
     * A key, altogether.
     *
     * @param since when its newest secret was handed out
     * @param previousSecret uses of the one before since then
     */
    record Total(Instant since, long requests, long previousSecret, Instant lastUsedAt) {

        Total plus(Total other) {
            Total newer = since.isBefore(other.since) ? other : this;
            boolean same = since.equals(other.since);
            return new Total(
                    newer.since,
                    requests + other.requests,
                    same ? previousSecret + other.previousSecret : newer.previousSecret,
                    lastUsedAt.isAfter(other.lastUsedAt) ? lastUsedAt : other.lastUsedAt);
        }
    }

    void add(Counted counted, Counts counts) {
        if (counts.requests() > 0) {
            uses.merge(counted, counts, Counts::plus);
        }
    }

    boolean isEmpty() {
        return uses.isEmpty();
    }

    int size() {
        return uses.size();
    }

    void clear() {
        uses.clear();
    }

    Map<Counted, Counts> uses() {
        return uses;
    }

    Map<ApiKeyId, Total> totals() {
        Map<ApiKeyId, Total> totals = new HashMap<>();
        uses.forEach((of, counts) -> totals.merge(
                of.key(),
                new Total(of.since(), counts.requests(), counts.previousSecret(), counts.lastUsedAt()),
                Total::plus));
        return totals;
    }

    Map<TenantMonth, Long> units() {
        Map<TenantMonth, Long> units = new HashMap<>();
        uses.forEach((of, counts) -> units.merge(of.tenantMonth(), counts.units(), Long::sum));
        units.values().removeIf(none -> none == 0);
        return units;
    }
}
