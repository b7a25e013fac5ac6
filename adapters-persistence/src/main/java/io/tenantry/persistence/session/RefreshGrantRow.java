package io.tenantry.persistence.session;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.RotationSalt;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a refresh token with its session. */
public final class RefreshGrantRow implements RowMapper<RefreshGrant> {

    /** Of the table under the name {@code r}. */
    static final String COLUMNS = " r.digest r_digest, r.tenant_id r_tenant_id, r.spent_at r_spent_at, r.salt r_salt ";

    @Override
    public RefreshGrant map(ResultSet row, StatementContext context) throws SQLException {
        return new RefreshGrant(
                new TokenDigest(row.getBytes("r_digest")),
                SessionRow.read(row),
                Optional.ofNullable(Columns.uuid(row, "r_tenant_id")).map(TenantId::new),
                spent(row));
    }

    private static Optional<RefreshGrant.Spent> spent(ResultSet row) throws SQLException {
        Optional<RotationSalt> salt =
                Optional.ofNullable(row.getBytes("r_salt")).map(RotationSalt::new);
        return Columns.optionalInstant(row, "r_spent_at").map(at -> new RefreshGrant.Spent(at, salt));
    }
}
