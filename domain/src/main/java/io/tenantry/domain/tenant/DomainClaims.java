package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivenPort;
import java.util.List;
import java.util.Optional;

/** Domains that are not confirmed. Belong to their tenant: see {@link io.tenantry.domain.port.Transactions}. */
@DrivenPort
public interface DomainClaims {

    /** Stores a claim in its tenant's scope; if the tenant claims the host already, that one stays as it is. Returns what is kept. */
    DomainClaim keep(DomainClaim claim);

    Optional<DomainClaim> find(TenantId tenant, HostName host);

    /** The oldest first. */
    List<DomainClaim> of(TenantId tenant);

    /** False if there was none. */
    boolean remove(TenantId tenant, HostName host);
}
