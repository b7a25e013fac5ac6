package io.tenantry.persistence.membership;

import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.tenant.TenantRow;
import io.tenantry.persistence.user.UserRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a membership from {@link #COLUMNS}. */
public final class MembershipRow implements RowMapper<Membership> {

    /** Of the table under the name {@code m}. */
    public static final String COLUMNS = " m.tenant_id m_tenant_id, m.user_id m_user_id, m.role m_role,"
            + " m.joined_at m_joined_at, m.last_used_at m_last_used_at ";

    @Override
    public Membership map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    /** A membership with its tenant, from its own and the tenant's columns. */
    public static TenantMembership readWithTenant(ResultSet row) throws SQLException {
        return new TenantMembership(TenantRow.read(row), read(row));
    }

    /** A membership with its user, from its own and the user's columns. */
    static Member readWithUser(ResultSet row) throws SQLException {
        return new Member(UserRow.read(row), read(row));
    }

    private static Membership read(ResultSet row) throws SQLException {
        return new Membership(
                new TenantId(Columns.uuid(row, "m_tenant_id")),
                new UserId(Columns.uuid(row, "m_user_id")),
                Role.ofWord(row.getString("m_role")),
                Columns.instant(row, "m_joined_at"),
                Columns.optionalInstant(row, "m_last_used_at"));
    }
}
