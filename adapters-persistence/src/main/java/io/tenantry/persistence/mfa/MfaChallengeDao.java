package io.tenantry.persistence.mfa;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.MfaChallenge;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiMfaChallenges}. */
@RegisterRowMapper(MfaChallengeRow.class)
public interface MfaChallengeDao {

    @SqlUpdate("""
            insert into <control>.mfa_challenge (digest, user_id, credential_version, kind, tenant_id, remember_me,
                                                 tries_left, expires_at)
            values (:digest, :user, :credential, :kind, :tenant, :rememberMe, :triesLeft, :expiresAt)""")
    void insert(@BindMethods MfaChallenge challenge);

    @SqlQuery("""
            select digest, user_id, credential_version, kind, tenant_id, remember_me, tries_left, expires_at
              from <control>.mfa_challenge
             where digest = :token
               for update""")
    Optional<MfaChallenge> hold(TokenDigest token);

    @SqlUpdate("""
            update <control>.mfa_challenge set tries_left = tries_left - 1 where digest = :token and tries_left > 0""")
    void failed(TokenDigest token);

    @SqlUpdate("delete from <control>.mfa_challenge where digest = :token")
    void remove(TokenDigest token);

    /** Those that somebody holds just now are left to a later time. */
    @SqlUpdate("""
            delete from <control>.mfa_challenge
             where digest = any (array(select digest from <control>.mfa_challenge
                                     where :before > expires_at
                                     order by expires_at
                                     limit :limit
                                       for update skip locked))""")
    int removeExpired(Instant before, int limit);
}
