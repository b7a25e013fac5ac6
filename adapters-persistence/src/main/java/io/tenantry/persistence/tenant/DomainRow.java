package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a domain. */
public final class DomainRow implements RowMapper<Domain> {

    @Override
    public Domain map(ResultSet row, StatementContext context) throws SQLException {
        return new Domain(
                new HostName(row.getString("host")),
                new TenantId(Columns.uuid(row, "tenant_id")),
                row.getBoolean("is_primary"),
                Columns.instant(row, "created_at"));
    }
}
