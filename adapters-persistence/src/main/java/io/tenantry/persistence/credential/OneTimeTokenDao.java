package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiOneTimeTokens}. */
@RegisterRowMapper(OneTimeTokenRow.class)
public interface OneTimeTokenDao {

    @SqlUpdate("""
            insert into <control>.one_time_token (digest, purpose, user_id, email, credential_version, expires_at)
            values (:digest, :purpose, :user, :email, :credential, :expiresAt)
            on conflict (user_id, purpose) do update
               set digest = excluded.digest, email = excluded.email,
                   credential_version = excluded.credential_version, expires_at = excluded.expires_at""")
    void replace(@BindMethods OneTimeToken token);

    @SqlQuery("""
            select digest, purpose, user_id, email, credential_version, expires_at
              from <control>.one_time_token
             where digest = :digest""")
    Optional<OneTimeToken> find(TokenDigest digest);

    /** Who comes second waits for the first, and finds nothing. */
    @SqlUpdate("delete from <control>.one_time_token where digest = :digest")
    int delete(TokenDigest digest);

    @SqlUpdate("delete from <control>.one_time_token where user_id = :user and purpose = :purpose")
    void revoke(UserId user, TokenPurpose purpose);

    /** Those that are just spent or replaced are passed over. */
    @SqlUpdate("""
            delete from <control>.one_time_token
             where digest = any (array(select digest from <control>.one_time_token
                                     where :before > expires_at
                                     order by expires_at
                                     limit :limit
                                       for update skip locked))""")
    int removeExpired(Instant before, int limit);
}
