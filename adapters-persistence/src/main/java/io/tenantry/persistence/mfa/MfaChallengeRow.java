package io.tenantry.persistence.mfa;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.mapping.DomainArguments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a sign-in that waits for its second factor. */
public final class MfaChallengeRow implements RowMapper<MfaChallenge> {

    @Override
    public MfaChallenge map(ResultSet row, StatementContext context) throws SQLException {
        return new MfaChallenge(
                new TokenDigest(row.getBytes("digest")),
                new UserId(Columns.uuid(row, "user_id")),
                new CredentialVersion(row.getInt("credential_version")),
                DomainArguments.ofWord(SessionKind.class, row.getString("kind")),
                Optional.ofNullable(Columns.uuid(row, "tenant_id")).map(TenantId::new),
                row.getBoolean("remember_me"),
                row.getInt("tries_left"),
                Columns.instant(row, "expires_at"));
    }
}
