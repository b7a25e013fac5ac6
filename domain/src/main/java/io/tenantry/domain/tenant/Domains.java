package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivenPort;
import java.util.Optional;

/** The host names of tenants. Belong to their tenant: see {@link io.tenantry.domain.port.Transactions}. */
@DrivenPort
public interface Domains {

    /** Stores a domain in the tenant's scope. False, and nothing stored, when another tenant has the host. */
    boolean add(Domain domain);

    Optional<Domain> find(HostName host);

    Optional<Domain> primaryOf(TenantId tenant);
}
