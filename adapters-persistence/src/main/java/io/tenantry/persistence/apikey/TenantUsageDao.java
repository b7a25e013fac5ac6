package io.tenantry.persistence.apikey;

import io.tenantry.domain.tenant.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link WrittenKeyUses} and {@link JdbiQuotaNotices}; under row security. */
@RegisterRowMapper(TenantUsageRow.class)
public interface TenantUsageDao {

    default void add(Map<TenantMonth, Long> units) {
        List<TenantMonth> of = List.copyOf(units.keySet());
        add(tenants(of), months(of), of.stream().map(units::get).toList());
    }

    default List<TenantUsageRow.Usage> of(Set<TenantMonth> wanted) {
        List<TenantMonth> of = List.copyOf(wanted);
        return of(tenants(of), months(of));
    }

    private static List<String> tenants(List<TenantMonth> of) {
        return of.stream().map(one -> one.tenant().toString()).toList();
    }

    private static List<String> months(List<TenantMonth> of) {
        return of.stream().map(one -> one.month().atDay(1).toString()).toList();
    }

    /** A tenant that is gone has used nothing. In the order of their ids, so that two nodes never wait for one another. */
    @SqlUpdate("""
            insert into <control>.tenant_usage as used (tenant_id, month, units)
            select t.id, said.month, said.units
              from unnest(cast(:tenants as uuid[]), cast(:months as date[]), cast(:units as bigint[]))
                       as said (tenant, month, units)
                   join <control>.tenant t on t.id = said.tenant
             order by t.id, said.month
            on conflict (tenant_id, month) do update set units = used.units + excluded.units""")
    void add(List<String> tenants, List<String> months, List<Long> units);

    @SqlQuery("""
            select tenant_id, month, units
              from <control>.tenant_usage
                   join unnest(cast(:tenants as uuid[]), cast(:months as date[])) as said (tenant, of_month)
                     on tenant_id = tenant and month = of_month""")
    List<TenantUsageRow.Usage> of(List<String> tenants, List<String> months);

    @SqlUpdate("""
            insert into <control>.tenant_usage as used (tenant_id, month, units, noticed_percent)
            values (:tenant, :month, 0, :percent)
            on conflict (tenant_id, month) do update set noticed_percent = excluded.noticed_percent
                                                   where excluded.noticed_percent > used.noticed_percent""")
    int notice(TenantId tenant, LocalDate month, int percent);

    @SqlUpdate("""
            update <control>.tenant_usage set noticed_percent = 0
             where tenant_id = :tenant and noticed_percent > 0""")
    void reset(TenantId tenant);
}
