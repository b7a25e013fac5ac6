package io.tenantry.persistence.session;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.RotationSalt;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiSessions}. */
@RegisterRowMapper(SessionRow.class)
@RegisterRowMapper(RefreshGrantRow.class)
public interface SessionDao {

    /** When a session is over, in UTC: as in its index. */
    String END = "least(ended_at at time zone 'UTC', expires_at at time zone 'UTC',"
            + " (last_used_at at time zone 'UTC') + idle_millis * interval '1 millisecond')";

    @SqlUpdate("""
            insert into <control>.session (id, user_id, kind, remember_me, second_factor, address, user_agent,
                                           created_at, last_used_at, idle_millis, expires_at, ended_at)
            values (:id, :user, :kind, :rememberMe, :secondFactor, :device.address, :device.userAgent,
                    :createdAt, :lastUsedAt, :idleMillis, :expiresAt, :endedAt)""")
    void open(@BindMethods Session session, long idleMillis);

    @SqlQuery("select" + SessionRow.COLUMNS + "from <control>.session s where s.id = :id")
    Optional<Session> find(SessionId id);

    @SqlUpdate("""
            insert into <control>.refresh_token (digest, session_id, tenant_id, issued_at)
            values (:digest, :session, :tenant, :now)""")
    void issue(TokenDigest digest, SessionId session, Optional<TenantId> tenant, Instant now);

    /**
     * Locks the session's row, then the token's: the order in which they are named. At read committed a row that was changed
     * while its lock was waited for is read again, and since both are locked, both are as the last holder left them.
     */
    @SqlQuery("select" + RefreshGrantRow.COLUMNS + "," + SessionRow.COLUMNS + """
            from <control>.session s join <control>.refresh_token r on r.session_id = s.id
            where r.digest = :digest
            for update of s, r""")
    Optional<RefreshGrant> hold(TokenDigest digest);

    /** Old salts of other sessions that are held just now are left to a later time. */
    @SqlUpdate("""
            with old as (
                select digest from <control>.refresh_token
                 where salt is not null and :keptSince > spent_at and digest != :digest
                 limit 100
                   for update skip locked),
            erased as (
                update <control>.refresh_token r set salt = null from old where r.digest = old.digest)
            update <control>.refresh_token set spent_at = :now, salt = :salt where digest = :digest""")
    void spend(TokenDigest digest, RotationSalt salt, Instant now, Instant keptSince);

    @SqlUpdate("update <control>.session set last_used_at = :now where id = :session")
    void used(SessionId session, Instant now);

    @SqlQuery("select" + SessionRow.COLUMNS + """
            from <control>.session s
            where s.user_id = :user
            order by s.last_used_at desc, s.id desc""")
    List<Session> of(UserId user);

    @SqlQuery("""
            with changed as (
                update <control>.session set second_factor = true
                 where id = :session
             returning id)
            select id::text || pg_notify(<channel>, 'session:' || id)::text from changed""")
    Optional<String> secondFactorShown(SessionId session);

    /** By the expression of the index. Tokens go with their sessions; those that are held just now are left to a later time. */
    @SqlUpdate("""
            delete from <control>.session
             where id = any (array(select id from <control>.session
                                 where :before::timestamptz at time zone 'UTC' >""" + END + " order by " + END + """
                                 limit :limit
                                   for update skip locked))""")
    int removeOver(Instant before, int limit);

    @SqlQuery("""
            with ended as (
                update <control>.session set ended_at = :now
                 where id = :session and ended_at is null
             returning id)
            select id::text || pg_notify(<channel>, 'session:' || id)::text from ended""")
    Optional<String> end(SessionId session, Instant now);

    /** Locks them in one order, so that two who do it at once do not wait for one another. */
    @SqlQuery("""
            with live as (
                select id from <control>.session
                 where user_id = :user and ended_at is null and (:except::uuid is null or id != :except::uuid)
                 order by id
                   for update),
            ended as (
                update <control>.session s set ended_at = :now from live where s.id = live.id)
            select pg_notify(<channel>, 'user:' || :user::text)::text""")
    String endAll(UserId user, Optional<SessionId> except, Instant now);
}
