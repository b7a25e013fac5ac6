package io.tenantry.persistence.invitation;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.mapping.DomainArguments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an invitation from {@link #COLUMNS}. */
public final class InvitationRow implements RowMapper<Invitation> {

    static final String COLUMNS =
            " id, tenant_id, email, role, digest, status, invited_by, by_operator, created_at, expires_at ";

    @Override
    public Invitation map(ResultSet row, StatementContext context) throws SQLException {
        return new Invitation(
                new InvitationId(Columns.uuid(row, "id")),
                new TenantId(Columns.uuid(row, "tenant_id")),
                EmailAddress.of(row.getString("email")),
                Role.ofWord(row.getString("role")),
                new TokenDigest(row.getBytes("digest")),
                DomainArguments.ofWord(InvitationStatus.class, row.getString("status")),
                Optional.ofNullable(Columns.uuid(row, "invited_by")).map(UserId::new),
                row.getBoolean("by_operator"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"));
    }
}
