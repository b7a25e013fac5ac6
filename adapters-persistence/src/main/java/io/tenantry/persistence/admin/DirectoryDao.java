package io.tenantry.persistence.admin;

import io.tenantry.domain.admin.DailyStatistics;
import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import io.tenantry.persistence.apikey.ApiKeyDetailsRow;
import io.tenantry.persistence.mapping.PageStart;
import io.tenantry.persistence.session.SessionDao;
import io.tenantry.persistence.tenant.TenantRow;
import io.tenantry.persistence.user.UserRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * The SQL of {@link JdbiDirectory}. What fits the words is found first, by their index, and sorted then: a planner that hopes for
 * many would read all rows in the order of their creation to come upon the few that there are.
 */
@RegisterRowMapper(TenantSummaryRow.class)
@RegisterRowMapper(UserRow.class)
@RegisterRowMapper(FoundApiKeyRow.class)
@RegisterConstructorMapper(CountsRow.class)
@RegisterConstructorMapper(DailyStatistics.class)
public interface DirectoryDao {

    String SUMMARY = "select" + TenantRow.COLUMNS + """
            , d.host as domain, (select count(*) from <control>.membership m where m.tenant_id = t.id) as members
            from""";

    /** Rows of the installation's newest page, the newest first. */
    String TENANTS_PAGE = """
             t join <control>.tenant_domain d on d.tenant_id = t.id and d.is_primary
            where (:start.at, :start.id) > (t.created_at, t.id)
              and (:status::text is null or t.status = :status::text)
            order by t.created_at desc, t.id desc
            limit :start.rows""";

    String USERS_PAGE = """
             u
            where (:start.at, :start.id) > (u.created_at, u.id)
            order by u.created_at desc, u.id desc
            limit :start.rows""";

    @SqlQuery(SUMMARY + " <control>.tenant" + TENANTS_PAGE)
    List<TenantSummary> tenants(Optional<TenantStatus> status, @BindMethods("start") PageStart start);

    /** @param words a {@code tsquery} */
    @SqlQuery("""
            with found as materialized (
                select * from <control>.tenant
                 where <control>.search_words(name || ' ' || slug) @@ :words::tsquery)
            """ + SUMMARY + " found" + TENANTS_PAGE)
    List<TenantSummary> tenants(String words, Optional<TenantStatus> status, @BindMethods("start") PageStart start);

    @SqlQuery("select" + UserRow.COLUMNS + "from <control>.app_user" + USERS_PAGE)
    List<User> users(@BindMethods("start") PageStart start);

    /** @param words a {@code tsquery} */
    @SqlQuery("""
            with found as materialized (
                select * from <control>.app_user
                 where <control>.search_words(email_canonical || ' ' || full_name) @@ :words::tsquery)
            select""" + UserRow.COLUMNS + "from found" + USERS_PAGE)
    List<User> users(String words, @BindMethods("start") PageStart start);

    /** Rows of the installation's newest keys, the newest first. */
    String API_KEYS_PAGE = ApiKeyDetailsRow.JOINED + """
            join <control>.tenant t on t.id = k.tenant_id
            where (:start.at, :start.id) > (k.created_at, k.id)
            order by k.created_at desc, k.id desc
            limit :start.rows""";

    @SqlQuery("select" + FoundApiKeyRow.COLUMNS + "from <control>.api_key" + API_KEYS_PAGE)
    List<FoundApiKey> apiKeys(@BindMethods("start") PageStart start);

    @SqlQuery("with found as (select * from <control>.api_key where id = :exact) select" + FoundApiKeyRow.COLUMNS
            + "from found" + API_KEYS_PAGE)
    List<FoundApiKey> apiKeys(ApiKeyId exact, @BindMethods("start") PageStart start);

    /**
     * A word begins with another that stands, in the order of the index, at or behind {@code from} and before {@code to}.
     *
     * @param from the longest first: it finds what the others are held against
     */
    @SqlQuery("""
            with found as materialized (
                select k.*
                  from <control>.api_key k
                 where k.id in (select key_id from <control>.api_key_word
                                 where word >= (cast(:from as text[]))[1] and (cast(:to as text[]))[1] > word)
                   and not exists (select from unnest(cast(:from as text[]), cast(:to as text[])) wanted (first, past)
                                    where not exists (select from <control>.api_key_word w
                                                       where w.key_id = k.id and w.word >= first and past > w.word)))
            select""" + FoundApiKeyRow.COLUMNS + "from found" + API_KEYS_PAGE)
    List<FoundApiKey> apiKeys(List<String> from, List<String> to, @BindMethods("start") PageStart start);

    @SqlQuery("select status, count(*) as tenants from <control>.tenant group by status")
    @KeyColumn("status")
    @ValueColumn("tenants")
    Map<String, Long> tenantsByStatus();

    @SqlQuery("""
            select (select count(*) from <control>.tenant where created_at >= :lately) as registered_tenants,
                   count(*) as users,
                   count(email_verified_at) as verified_users,
                   count(*) filter (where disabled) as disabled_users,
                   count(*) filter (where created_at >= :lately) as registered_users,
                   (select count(distinct user_id) from <control>.session where last_used_at >= :lately) as active_users,
                   (select count(*) from <control>.session
                     where\s""" + SessionDao.END + """
                           > :now::timestamptz at time zone 'UTC') as live_sessions,
                   (select count(*) from <control>.invitation where status = 'pending') as pending_invitations,
                   (select count(*) from <control>.api_key
                     where revoked_at is null and (expires_at is null or expires_at > :now)) as active_api_keys,
                   (select coalesce(sum(units), 0) from <control>.tenant_usage where month = :month) as units_this_month
              from <control>.app_user""")
    CountsRow counts(Instant now, Instant lately, LocalDate month);

    /** In the span of days. */
    String CAME = "where created_at >= :since and :until > created_at group by day";

    /**
     * Sessions are read from end to end, as {@link #counts} does: an index would be written at every sign-in, for what operators look
     * at now and then.
     *
     * @param since when the first day begins
     * @param until when the last ends
     */
    @SqlQuery("""
            select day, sum(tenants) as registered_tenants, sum(users) as registered_users, sum(sessions) as sign_ins,
                   sum(requests) as requests, sum(units) as units
              from (select cast(created_at at time zone 'UTC' as date) as day, count(*) as tenants, 0 as users,
                           0 as sessions, 0 as requests, 0 as units
                      from <control>.tenant\s""" + CAME + """

                    union all
                    select cast(created_at at time zone 'UTC' as date) as day, 0, count(*), 0, 0, 0
                      from <control>.app_user\s""" + CAME + """

                    union all
                    select cast(created_at at time zone 'UTC' as date) as day, 0, 0, count(*), 0, 0
                      from <control>.session\s""" + CAME + """

                    union all
                    select day, 0, 0, 0, sum(requests), sum(units)
                      from <control>.api_key_daily_use where day between :from and :to group by day) came
             group by day
             order by day""")
    List<DailyStatistics> daily(LocalDate from, LocalDate to, Instant since, Instant until);
}
