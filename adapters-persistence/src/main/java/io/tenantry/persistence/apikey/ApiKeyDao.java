package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.PageStart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The SQL of {@link JdbiApiKeys}; under row security. Keys are locked as they are for a change that leaves their ids alone: who only
 * refers to a key, as the count of its first use on a day does, does not wait.
 */
@RegisterRowMapper(ApiKeyRow.class)
@RegisterRowMapper(ApiKeyDetailsRow.class)
@RegisterConstructorMapper(DailyUse.class)
public interface ApiKeyDao {

    /** Of the names of such keys. */
    String ADD_WORDS = """
            insert into <control>.api_key_word (key_id, tenant_id, word)
            select k.id, k.tenant_id, unnest(tsvector_to_array(<control>.search_words(k.name)))
              from <control>.api_key k
             where\s""";

    @SqlUpdate("""
            insert into <control>.api_key (id, tenant_id, name, scopes, created_by, created_at, expires_at, digest, last_four,
                                           secret_since, previous_digest, previous_last_four, previous_since, previous_until,
                                           revoked_at)
            values (:id, :tenant, :name, :scopes, :createdBy, :createdAt, :expiresAt, :current.digest, :current.lastFour,
                    :current.since, :previousSecret.digest, :previousSecret.lastFour, :previousSecret.since,
                    :previousSecret.until, :revokedAt)""")
    void insert(@BindMethods ApiKey key, @BindMethods("previousSecret") ApiKeyRow.Previous previous);

    @SqlUpdate(ADD_WORDS + "k.id = :id")
    void addWords(ApiKeyId id);

    @SqlUpdate("delete from <control>.api_key_word where key_id = :id")
    void removeWords(ApiKeyId id);

    @SqlQuery("select" + ApiKeyDetailsRow.COLUMNS + "from <control>.api_key" + ApiKeyDetailsRow.JOINED
            + "where k.tenant_id = :tenant and k.id = :id")
    Optional<ApiKeyDetails> find(TenantId tenant, ApiKeyId id);

    @SqlQuery("select" + ApiKeyRow.COLUMNS
            + "from <control>.api_key k where k.tenant_id = :tenant and k.id = :id for no key update")
    Optional<ApiKey> hold(TenantId tenant, ApiKeyId id);

    @SqlQuery("select" + ApiKeyRow.COLUMNS + "from <control>.api_key k where k.id = :id for no key update")
    Optional<ApiKey> hold(ApiKeyId id);

    /** One that is revoked stays so, whatever was looked at. */
    @SqlQuery("""
            with changed as (
                update <control>.api_key
                   set name = :name, created_by = :createdBy, digest = :current.digest, last_four = :current.lastFour,
                       secret_since = :current.since, previous_digest = :previousSecret.digest,
                       previous_last_four = :previousSecret.lastFour, previous_since = :previousSecret.since,
                       previous_until = :previousSecret.until, revoked_at = coalesce(revoked_at, :revokedAt)
                 where tenant_id = :tenant and id = :id
             returning id)
            select id::text || pg_notify(<channel>, 'key:' || id)::text from changed""")
    Optional<String> update(@BindMethods ApiKey key, @BindMethods("previousSecret") ApiKeyRow.Previous previous);

    @SqlQuery("select" + ApiKeyDetailsRow.COLUMNS + "from <control>.api_key" + ApiKeyDetailsRow.JOINED + """
            where k.tenant_id = :tenant and (:start.at, :start.id) > (k.created_at, k.id)
            order by k.created_at desc, k.id desc
            limit :start.rows""")
    List<ApiKeyDetails> page(TenantId tenant, @BindMethods("start") PageStart start);

    @SqlQuery("select" + ApiKeyRow.COLUMNS + """
            from <control>.api_key k
            where k.tenant_id = :tenant and k.created_by = :createdBy and k.revoked_at is null
            order by k.created_at, k.id
            for no key update""")
    List<ApiKey> holdOf(TenantId tenant, UserId createdBy);

    @SqlQuery("select" + ApiKeyRow.COLUMNS + "from <control>.api_key k where k.id = any (cast(:ids as uuid[]))")
    List<ApiKey> findAll(List<String> ids);

    @SqlQuery("""
            select count(*) from <control>.api_key
             where tenant_id = :tenant and revoked_at is null and (expires_at is null or expires_at > :now)""")
    int active(TenantId tenant, Instant now);

    @SqlQuery("""
            select day, requests, units from <control>.api_key_daily_use
             where tenant_id = :tenant and key_id = :id and day between :from and :to
             order by day""")
    List<DailyUse> usage(TenantId tenant, ApiKeyId id, LocalDate from, LocalDate to);

    @SqlUpdate("""
            delete from <control>.api_key_daily_use
             where ctid = any (array(select ctid from <control>.api_key_daily_use
                                   where :before > day
                                   order by day
                                   limit :limit
                                     for update skip locked))""")
    int removeUsage(LocalDate before, int limit);
}
