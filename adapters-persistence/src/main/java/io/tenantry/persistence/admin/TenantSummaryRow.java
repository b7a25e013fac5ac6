package io.tenantry.persistence.admin;

import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.persistence.tenant.TenantRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a tenant with its primary domain and the count of its members. */
public final class TenantSummaryRow implements RowMapper<TenantSummary> {

    @Override
    public TenantSummary map(ResultSet row, StatementContext context) throws SQLException {
        return new TenantSummary(TenantRow.read(row), new HostName(row.getString("domain")), row.getInt("members"));
    }
}
