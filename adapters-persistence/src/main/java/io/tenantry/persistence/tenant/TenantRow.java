package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.Plan;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.mapping.DomainArguments;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a tenant, alone or beside others, from {@link #COLUMNS}. */
public final class TenantRow implements RowMapper<Tenant> {

    /** Of the table under the name {@code t}. */
    public static final String COLUMNS = " t.id t_id, t.number t_number, t.name t_name, t.slug t_slug,"
            + " t.contact_email t_contact_email, t.status t_status, t.require_mfa t_require_mfa, t.plan t_plan,"
            + " t.quota_limit t_quota_limit, t.removed_after t_removed_after, t.created_at t_created_at, t.updated_at t_updated_at ";

    @Override
    public Tenant map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    public static Tenant read(ResultSet row) throws SQLException {
        return new Tenant(
                new TenantId(Columns.uuid(row, "t_id")),
                row.getLong("t_number"),
                new TenantName(row.getString("t_name")),
                new Slug(row.getString("t_slug")),
                EmailAddress.of(row.getString("t_contact_email")),
                DomainArguments.ofWord(TenantStatus.class, row.getString("t_status")),
                row.getBoolean("t_require_mfa"),
                new Plan(row.getString("t_plan")),
                row.getLong("t_quota_limit"),
                Columns.optionalInstant(row, "t_removed_after"),
                Columns.instant(row, "t_created_at"),
                Columns.instant(row, "t_updated_at"));
    }
}
