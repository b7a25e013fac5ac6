package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKeyId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The SQL of {@link WrittenKeyUses}; under row security. Rows are written in the order of their ids, so that two nodes never wait for one
 * another; those of keys that are gone are not.
 */
interface KeyUseDao {

    default void addDays(Map<Counted, Counts> uses) {
        List<Map.Entry<Counted, Counts>> rows = List.copyOf(uses.entrySet());
        addDays(
                column(rows, row -> row.getKey().key().toString()),
                column(rows, row -> row.getKey().day().toString()),
                column(rows, row -> row.getValue().requests()),
                column(rows, row -> row.getValue().units()));
    }

    default void addTotals(Map<ApiKeyId, UnwrittenUses.Total> totals) {
        List<Map.Entry<ApiKeyId, UnwrittenUses.Total>> rows = List.copyOf(totals.entrySet());
        addTotals(
                column(rows, row -> row.getKey().toString()),
                column(rows, row -> row.getValue().lastUsedAt().toString()),
                column(rows, row -> row.getValue().requests()),
                column(rows, row -> row.getValue().previousSecret()),
                column(rows, row -> row.getValue().since().toString()));
    }

    private static <R, T> List<T> column(List<R> rows, Function<R, T> value) {
        return rows.stream().map(value).toList();
    }

    @SqlUpdate("""
            insert into <control>.api_key_daily_use as used (key_id, tenant_id, day, requests, units)
            select k.id, k.tenant_id, said.day, sum(said.requests), sum(said.units)
              from unnest(cast(:keys as uuid[]), cast(:days as date[]), cast(:requests as bigint[]),
                          cast(:units as bigint[])) as said (key, day, requests, units)
                   join <control>.api_key k on k.id = said.key
             group by k.id, k.tenant_id, said.day
             order by k.id, said.day
            on conflict (key_id, day) do update
               set requests = used.requests + excluded.requests, units = used.units + excluded.units""")
    void addDays(List<String> keys, List<String> days, List<Long> requests, List<Long> units);

    /** The count of the secret before goes with the secret that came after it: a newer one begins it anew. */
    @SqlUpdate("""
            insert into <control>.api_key_use as used (key_id, tenant_id, last_used_at, requests, previous_secret_requests,
                                                       secret_since)
            select k.id, k.tenant_id, said.at, said.requests, said.previous, said.since
              from unnest(cast(:keys as uuid[]), cast(:lastUsed as timestamptz[]), cast(:requests as bigint[]),
                          cast(:previous as bigint[]), cast(:since as timestamptz[]))
                       as said (key, at, requests, previous, since)
                   join <control>.api_key k on k.id = said.key
             order by k.id
            on conflict (key_id) do update
               set last_used_at = greatest(used.last_used_at, excluded.last_used_at),
                   requests = used.requests + excluded.requests,
                   previous_secret_requests = case
                       when used.secret_since > excluded.secret_since then used.previous_secret_requests
                       when used.secret_since = excluded.secret_since
                       then used.previous_secret_requests + excluded.previous_secret_requests
                       else excluded.previous_secret_requests end,
                   secret_since = greatest(used.secret_since, excluded.secret_since)""")
    void addTotals(
            List<String> keys, List<String> lastUsed, List<Long> requests, List<Long> previous, List<String> since);
}
