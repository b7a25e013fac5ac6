package io.tenantry.persistence.passkey;

import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.PublicKeyCredential;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a passkey. */
public final class PasskeyRow implements RowMapper<Passkey> {

    static final String COLUMNS =
            " id, user_id, name, credential_id, public_key, signature_count, transports, created_at,"
                    + " last_used_at ";

    @Override
    public Passkey map(ResultSet row, StatementContext context) throws SQLException {
        return new Passkey(
                new PasskeyId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                row.getString("name"),
                credential(row),
                Columns.instant(row, "created_at"),
                Columns.optionalInstant(row, "last_used_at"));
    }

    private static PublicKeyCredential credential(ResultSet row) throws SQLException {
        return new PublicKeyCredential(
                new CredentialId(row.getString("credential_id")),
                row.getString("public_key"),
                row.getLong("signature_count"),
                Set.of((String[]) row.getArray("transports").getArray()));
    }
}
