package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a key, alone or beside others, from {@link #COLUMNS}. */
public final class ApiKeyRow implements RowMapper<ApiKey> {

    /** Of the table under the name {@code k}. */
    public static final String COLUMNS = " k.id k_id, k.tenant_id k_tenant_id, k.name k_name, k.scopes k_scopes,"
            + " k.created_by k_created_by, k.created_at k_created_at, k.expires_at k_expires_at, k.digest k_digest,"
            + " k.last_four k_last_four, k.secret_since k_secret_since, k.previous_digest k_previous_digest,"
            + " k.previous_last_four k_previous_last_four, k.previous_since k_previous_since,"
            + " k.previous_until k_previous_until, k.revoked_at k_revoked_at ";

    /**
     * What is written of the secret before, if there is one.
     *
     * @param until when it ceases to work
     */
    public record Previous(
            Optional<TokenDigest> digest, Optional<String> lastFour, Optional<Instant> since, Optional<Instant> until) {

        static Previous of(ApiKey key) {
            Optional<ApiKey.Secret> secret = key.previous().map(ApiKey.Previous::secret);
            return new Previous(
                    secret.map(ApiKey.Secret::digest),
                    secret.map(ApiKey.Secret::lastFour),
                    secret.map(ApiKey.Secret::since),
                    key.previous().map(ApiKey.Previous::until));
        }
    }

    @Override
    public ApiKey map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    public static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                new ApiKeyId(Columns.uuid(row, "k_id")),
                new TenantId(Columns.uuid(row, "k_tenant_id")),
                new ApiKeyName(row.getString("k_name")),
                scopes(row.getString("k_scopes")),
                new UserId(Columns.uuid(row, "k_created_by")),
                Columns.instant(row, "k_created_at"),
                Columns.optionalInstant(row, "k_expires_at"),
                secret(row, "k_digest", "k_last_four", "k_secret_since"),
                previous(row),
                Columns.optionalInstant(row, "k_revoked_at"));
    }

    /** As {@link Scopes#toString} wrote them. */
    public static Scopes scopes(String written) {
        return written.isEmpty()
                ? Scopes.NONE
                : new Scopes(Stream.of(written.split(" ")).map(Scope::new).collect(Collectors.toSet()));
    }

    private static Optional<ApiKey.Previous> previous(ResultSet row) throws SQLException {
        if (row.getBytes("k_previous_digest") == null) {
            return Optional.empty();
        }
        return Optional.of(new ApiKey.Previous(
                secret(row, "k_previous_digest", "k_previous_last_four", "k_previous_since"),
                Columns.instant(row, "k_previous_until")));
    }

    private static ApiKey.Secret secret(ResultSet row, String digest, String lastFour, String since)
            throws SQLException {
        return new ApiKey.Secret(
                new TokenDigest(row.getBytes(digest)), row.getString(lastFour), Columns.instant(row, since));
    }
}
