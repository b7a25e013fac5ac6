package io.tenantry.persistence.passkey;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.passkey.Ceremony;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiCeremonies}. */
@RegisterRowMapper(CeremonyRow.class)
public interface CeremonyDao {

    @SqlUpdate("""
            insert into <control>.ceremony (digest, purpose, user_id, request, expires_at)
            values (:digest, :purpose, :user, :request, :expiresAt)""")
    void insert(@BindMethods Ceremony ceremony);

    /** Who comes second waits for the first, and finds nothing. */
    @SqlQuery("""
            delete from <control>.ceremony
             where digest = :token
         returning digest, purpose, user_id, request, expires_at""")
    Optional<Ceremony> take(TokenDigest token);

    /** Those that somebody takes just now are passed over. */
    @SqlUpdate("""
            delete from <control>.ceremony
             where digest = any (array(select digest from <control>.ceremony
                                     where :before > expires_at
                                     order by expires_at
                                     limit :limit
                                       for update skip locked))""")
    int removeExpired(Instant before, int limit);
}
