package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

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
}
