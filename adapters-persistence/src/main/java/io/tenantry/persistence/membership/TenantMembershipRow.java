package io.tenantry.persistence.membership;

import io.tenantry.domain.membership.TenantMembership;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a membership together with its tenant. */
public final class TenantMembershipRow implements RowMapper<TenantMembership> {

    @Override
    public TenantMembership map(ResultSet row, StatementContext context) throws SQLException {
        return MembershipRow.readWithTenant(row);
    }
}
