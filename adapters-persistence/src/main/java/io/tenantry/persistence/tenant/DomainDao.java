package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiDomains}; under row security. */
@RegisterRowMapper(DomainRow.class)
public interface DomainDao {

    /** Without RETURNING: another tenant's row is met, but never seen. */
    @SqlUpdate("""
            insert into <control>.tenant_domain (host, tenant_id, is_primary, created_at)
            values (:host, :tenant, :primary, :createdAt)
            on conflict (host) do nothing""")
    int insert(@BindMethods Domain domain);

    @SqlQuery("select host, tenant_id, is_primary, created_at from <control>.tenant_domain where host = :host")
    Optional<Domain> find(HostName host);

    @SqlQuery("""
            select host, tenant_id, is_primary, created_at
              from <control>.tenant_domain
             where tenant_id = :tenant and is_primary""")
    Optional<Domain> primaryOf(TenantId tenant);

    @SqlQuery("""
            select host, tenant_id, is_primary, created_at
              from <control>.tenant_domain
             where tenant_id = :tenant
             order by created_at, host""")
    List<Domain> of(TenantId tenant);

    @SqlUpdate("delete from <control>.tenant_domain where tenant_id = :tenant and host = :host and not is_primary")
    int delete(TenantId tenant, HostName host);
}
