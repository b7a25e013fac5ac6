package io.tenantry.persistence.social;

import io.tenantry.domain.credential.TokenDigest;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiAuthorizations}. */
@RegisterConstructorMapper(AuthorizationRow.class)
public interface AuthorizationDao {

    @SqlUpdate("""
            insert into <control>.provider_authorization (state_digest, browser_digest, provider, user_id, sealed_nonce,
                                                          sealed_code_verifier, expires_at)
            values (:stateDigest, :browserDigest, :provider, :userId::uuid, :sealedNonce, :sealedCodeVerifier, :expiresAt)""")
    void insert(@BindMethods AuthorizationRow authorization);

    /** Who comes second waits for the first, and finds nothing. */
    @SqlQuery("""
            delete from <control>.provider_authorization
             where state_digest = :state
         returning state_digest, browser_digest, provider, user_id, sealed_nonce, sealed_code_verifier, expires_at""")
    Optional<AuthorizationRow> take(TokenDigest state);

    /** Those that somebody takes just now are passed over. */
    @SqlUpdate("""
            delete from <control>.provider_authorization
             where state_digest = any (array(select state_digest from <control>.provider_authorization
                                     where :before > expires_at
                                     order by expires_at
                                     limit :limit
                                       for update skip locked))""")
    int removeExpired(Instant before, int limit);
}
