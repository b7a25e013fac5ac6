package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a claim to a domain. */
public final class DomainClaimRow implements RowMapper<DomainClaim> {

    @Override
    public DomainClaim map(ResultSet row, StatementContext context) throws SQLException {
        return new DomainClaim(
                new HostName(row.getString("host")),
                new TenantId(Columns.uuid(row, "tenant_id")),
                row.getString("challenge"),
                Columns.instant(row, "created_at"));
    }
}
