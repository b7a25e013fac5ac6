package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.mapping.DomainArguments;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a one-time token. */
public final class OneTimeTokenRow implements RowMapper<OneTimeToken> {

    @Override
    public OneTimeToken map(ResultSet row, StatementContext context) throws SQLException {
        return new OneTimeToken(
                new TokenDigest(row.getBytes("digest")),
                DomainArguments.ofWord(TokenPurpose.class, row.getString("purpose")),
                new UserId(Columns.uuid(row, "user_id")),
                EmailAddress.of(row.getString("email")),
                new CredentialVersion(row.getInt("credential_version")),
                Columns.instant(row, "expires_at"));
    }
}
