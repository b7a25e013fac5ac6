package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiDomainClaims}; under row security. */
@RegisterRowMapper(DomainClaimRow.class)
public interface DomainClaimDao {

    /** One that is there is locked and stays as it is; so it is there to be returned. */
    @SqlQuery("""
            insert into <control>.domain_claim as kept (tenant_id, host, challenge, created_at)
            values (:tenant, :host, :challenge, :createdAt)
            on conflict (tenant_id, host) do update set challenge = kept.challenge
            returning tenant_id, host, challenge, created_at""")
    DomainClaim keep(@BindMethods DomainClaim claim);

    @SqlQuery("""
            select tenant_id, host, challenge, created_at
              from <control>.domain_claim
             where tenant_id = :tenant and host = :host""")
    Optional<DomainClaim> find(TenantId tenant, HostName host);

    @SqlQuery("""
            select tenant_id, host, challenge, created_at
              from <control>.domain_claim
             where tenant_id = :tenant
             order by created_at, host""")
    List<DomainClaim> of(TenantId tenant);

    @SqlUpdate("delete from <control>.domain_claim where tenant_id = :tenant and host = :host")
    int delete(TenantId tenant, HostName host);
}
