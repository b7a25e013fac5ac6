package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiTenants}. */
@RegisterRowMapper(TenantRow.class)
public interface TenantDao {

    /** A registration under way that has the slug is waited for. */
    @SqlQuery("""
            insert into <control>.tenant (id, name, slug, schema_name, contact_email, status, created_at, updated_at)
            values (:id, :name, :slug, :schema, :contactEmail, 'active', :createdAt, :createdAt)
            on conflict do nothing
            returning number""")
    Optional<Long> insert(@BindMethods NewTenant tenant, SchemaName schema);

    @SqlQuery("select" + TenantRow.COLUMNS + "from <control>.tenant t where t.id = :id")
    Optional<Tenant> find(TenantId id);

    @SqlQuery("select" + TenantRow.COLUMNS + "from <control>.tenant t where t.id = any (cast(:ids as uuid[]))")
    List<Tenant> findAll(List<String> ids);

    @SqlQuery("select" + TenantRow.COLUMNS + "from <control>.tenant t where t.slug = :slug")
    Optional<Tenant> find(Slug slug);

    /** What only refers to the tenant, as a new session does, does not wait. */
    @SqlQuery("select" + TenantRow.COLUMNS + "from <control>.tenant t where t.id = :id for no key update")
    Optional<Tenant> hold(TenantId id);

    @SqlQuery("""
            with changed as (
                update <control>.tenant
                   set name = :name, contact_email = :contactEmail, status = :status, require_mfa = :requireMfa,
                       plan = :plan, quota_limit = :quotaLimit, removed_after = :removedAfter, updated_at = :updatedAt
                 where id = :id
             returning id)
            select id::text || pg_notify(<channel>, 'tenant:' || id)::text from changed""")
    Optional<String> update(@BindMethods Tenant tenant);

    @SqlQuery("select" + TenantRow.COLUMNS
            + "from <control>.tenant t where t.number > :number order by t.number limit :limit")
    List<Tenant> listAfter(long number, int limit);

    @SqlQuery("select" + TenantRow.COLUMNS + """
            from <control>.tenant t
            where :now > t.removed_after
            order by t.removed_after, t.id
            limit :limit
            for update skip locked""")
    List<Tenant> holdRemovable(Instant now, int limit);

    @SqlQuery("select" + TenantRow.COLUMNS + """
            from <control>.tenant t
            where t.status = 'active' and :createdBefore > t.created_at
              and not exists (select from <control>.membership m join <control>.app_user u on u.id = m.user_id
                               where m.tenant_id = t.id and u.email_verified_at is not null)
            order by t.created_at, t.id
            limit :limit""")
    List<Tenant> neverVerified(Instant createdBefore, int limit);

    /** So that the owner's membership can go before the tenant does. */
    @SqlUpdate("update <control>.tenant set owner_id = null where id = :id")
    void disown(TenantId id);

    /** First, for whoever accepts one holds it: then what they have joined is seen by what follows. */
    @SqlUpdate("delete from <control>.invitation where tenant_id = :id")
    void removeInvitations(TenantId id);

    @SqlUpdate("delete from <control>.membership where tenant_id = :id")
    void removeMemberships(TenantId id);

    @SqlUpdate("delete from <control>.domain_claim where tenant_id = :id")
    void removeDomainClaims(TenantId id);

    /** With what is on its way to them. */
    @SqlUpdate("delete from <control>.webhook where tenant_id = :id")
    void removeWebhooks(TenantId id);

    @SqlUpdate("delete from <control>.tenant_domain where tenant_id = :id")
    void removeDomains(TenantId id);

    @SqlQuery("""
            with removed as (
                delete from <control>.tenant where id = :id
             returning id)
            select id::text || pg_notify(<channel>, 'tenant:' || id)::text from removed""")
    Optional<String> remove(TenantId id);
}
