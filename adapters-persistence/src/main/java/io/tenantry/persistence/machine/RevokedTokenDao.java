package io.tenantry.persistence.machine;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link CachedRevokedTokens}. */
public interface RevokedTokenDao {

    @SqlQuery("""
            with revoked as (
                insert into <control>.revoked_token (id, expires_at) values (:token, :expiresAt)
                on conflict do nothing
             returning id)
            select id::text || pg_notify(<channel>, 'token:' || id)::text from revoked""")
    Optional<String> insert(UUID token, Instant expiresAt);

    @SqlQuery("select exists (select from <control>.revoked_token where id = :token)")
    boolean contains(UUID token);

    @SqlUpdate("""
            delete from <control>.revoked_token
             where id = any (array(select id from <control>.revoked_token
                                    where :now >= expires_at
                                    order by expires_at
                                    limit :limit))""")
    int removeExpired(Instant now, int limit);
}
