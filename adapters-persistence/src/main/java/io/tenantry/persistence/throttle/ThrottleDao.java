package io.tenantry.persistence.throttle;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.throttle.Throttle;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiThrottles}. */
@RegisterConstructorMapper(Throttle.class)
public interface ThrottleDao {

    /** One that was held, but never counted anything, is none. */
    @SqlQuery("select count, since, blocked_until from <control>.throttle where digest = :digest and count > 0")
    Optional<Throttle> find(TokenDigest digest);

    /** Adds or locks the row, in one statement: also when another who held it just now takes it away. */
    @SqlQuery("""
            insert into <control>.throttle as t (digest, count, since) values (:digest, 0, :now)
            on conflict (digest) do update set since = case when t.count = 0 then excluded.since else t.since end
            returning count, since, blocked_until""")
    Throttle hold(TokenDigest digest, Instant now);

    @SqlUpdate("""
            update <control>.throttle
               set count = :count, since = :since, blocked_until = :blockedUntil
             where digest = :digest""")
    void keep(TokenDigest digest, @BindMethods Throttle throttle);

    @SqlUpdate("delete from <control>.throttle where digest = :digest")
    void delete(TokenDigest digest);

    /** Those that somebody holds are passed over: they are in use. */
    @SqlUpdate("""
            delete from <control>.throttle
             where digest = any (array(select digest from <control>.throttle
                                     where :before > greatest(since, blocked_until)
                                     order by greatest(since, blocked_until)
                                     limit :limit
                                       for update skip locked))""")
    int removeOver(Instant before, int limit);
}
