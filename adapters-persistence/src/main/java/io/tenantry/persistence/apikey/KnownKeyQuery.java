package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.membership.Role;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.tenant.TenantRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A key, its tenant, the role of who answers for it, and what the tenant used in the last month in which it used anything. */
final class KnownKeyQuery {

    /**
     * Where nothing was used yet, it is nothing in this month. Scope and query travel as one, as those of an identity do: in one implicit
     * transaction, to which the scope is local.
     */
    private static final String SQL =
            "select set_config('tenantry.scope', 'all', true); select" + ApiKeyRow.COLUMNS + ","
                    + TenantRow.COLUMNS + """
            , m.role m_role, used.units used_units,
              coalesce(used.month, date_trunc('month', now() at time zone 'UTC')::date) used_month
            from <control>.api_key k
                 join <control>.tenant t on t.id = k.tenant_id
                 left join (<control>.membership m join <control>.app_user u on u.id = m.user_id and not u.disabled)
                        on m.tenant_id = k.tenant_id and m.user_id = k.created_by
                 left join lateral (select month, units from <control>.tenant_usage
                                     where tenant_id = k.tenant_id
                                     order by month desc
                                     limit 1) used on true
            where k.id = :key""";

    private KnownKeyQuery() {}

    /** @param handle not in a transaction */
    static Optional<KnownKey> read(Handle handle, ApiKeyId key) {
        return handle.createQuery(SQL).bind("key", key).execute((statement, context) -> second(statement.get()));
    }

    private static Optional<KnownKey> second(PreparedStatement executed) throws SQLException {
        try (executed) {
            executed.getMoreResults();
            try (ResultSet row = executed.getResultSet()) {
                return row.next() ? Optional.of(known(row)) : Optional.empty();
            }
        }
    }

    private static KnownKey known(ResultSet row) throws SQLException {
        return new KnownKey(
                ApiKeyRow.read(row),
                TenantRow.read(row),
                Columns.optionalText(row, "m_role").map(Role::ofWord),
                new MonthlyUnits(
                        YearMonth.from(row.getObject("used_month", LocalDate.class)), row.getLong("used_units")));
    }
}
