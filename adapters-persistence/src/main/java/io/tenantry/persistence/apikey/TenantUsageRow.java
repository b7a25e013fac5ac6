package io.tenantry.persistence.apikey;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what a tenant used in a month. */
public final class TenantUsageRow implements RowMapper<TenantUsageRow.Usage> {

    /** Of all nodes together. */
    public record Usage(TenantMonth of, long units) {}

    @Override
    public Usage map(ResultSet row, StatementContext context) throws SQLException {
        YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
        return new Usage(new TenantMonth(new TenantId(Columns.uuid(row, "tenant_id")), month), row.getLong("units"));
    }
}
