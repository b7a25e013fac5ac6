package io.tenantry.persistence.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiKeyedCalls}. */
@RegisterConstructorMapper(KeyedCallDao.Known.class)
public interface KeyedCallDao {

    /** A try on its way to its row. */
    @SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
    record Begun(byte[] digest, UUID attempt, byte[] bodyDigest, Instant leaseEndsAt, Instant expiresAt) {}

    /** What a row says. */
    @SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
    record Known(
            byte[] bodyDigest, boolean made, Optional<byte[]> keptAnswer, Instant leaseEndsAt, Instant expiresAt) {}

    @SqlUpdate("""
            insert into <control>.keyed_call (digest, attempt, body_digest, made, lease_ends_at, expires_at)
            values (:digest, :attempt, :bodyDigest, false, :leaseEndsAt, :expiresAt)
            on conflict do nothing""")
    int insert(@BindMethods Begun begun);

    String KNOWN = """
            select body_digest, made, kept_answer, lease_ends_at, expires_at
              from <control>.keyed_call
             where digest = :digest""";

    @SqlQuery(KNOWN)
    Optional<Known> find(byte[] digest);

    /** Waits for nobody: who makes something holds its row until that is made, which may take long. */
    @SqlQuery(KNOWN + " for update skip locked")
    Optional<Known> hold(byte[] digest);

    @SqlUpdate("""
            update <control>.keyed_call
               set attempt = :attempt, body_digest = :bodyDigest, made = false, kept_answer = null,
                   lease_ends_at = :leaseEndsAt, expires_at = :expiresAt
             where digest = :digest""")
    void replace(@BindMethods Begun begun);

    @SqlUpdate("update <control>.keyed_call set made = true where digest = :digest and attempt = :attempt")
    int made(byte[] digest, UUID attempt);

    @SqlUpdate("""
            update <control>.keyed_call set made = true, kept_answer = :answer
             where digest = :digest and attempt = :attempt""")
    void keep(byte[] digest, UUID attempt, byte[] answer);

    @SqlUpdate("delete from <control>.keyed_call where digest = :digest and attempt = :attempt and not made")
    void remove(byte[] digest, UUID attempt);

    /** Those that somebody holds just now are left to a later time. */
    @SqlUpdate("""
            delete from <control>.keyed_call
             where digest = any (array(select digest from <control>.keyed_call
                                        where :before > expires_at
                                        order by expires_at
                                        limit :limit
                                          for update skip locked))""")
    int removeExpired(Instant before, int limit);
}
