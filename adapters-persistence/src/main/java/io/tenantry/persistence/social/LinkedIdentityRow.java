package io.tenantry.persistence.social;

import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an account at a provider. */
public final class LinkedIdentityRow implements RowMapper<LinkedIdentity> {

    static final String COLUMNS = " id, user_id, provider, issuer, subject, email, linked_at, last_used_at ";

    @Override
    public LinkedIdentity map(ResultSet row, StatementContext context) throws SQLException {
        return new LinkedIdentity(
                new LinkedIdentityId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                new ProviderName(row.getString("provider")),
                row.getString("issuer"),
                row.getString("subject"),
                Columns.optionalText(row, "email"),
                Columns.instant(row, "linked_at"),
                Columns.optionalInstant(row, "last_used_at"));
    }
}
