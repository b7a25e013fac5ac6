package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivenPort;
import java.util.List;
import java.util.Optional;

/** The host names of tenants, all of them confirmed. Belong to their tenant: see {@link io.tenantry.domain.port.Transactions}. */
@DrivenPort
public interface Domains {

    /** Stores a domain in the tenant's scope. False, and nothing stored, when this or another tenant has the host. */
    boolean add(Domain domain);

    Optional<Domain> find(HostName host);

    Optional<Domain> primaryOf(TenantId tenant);

    /** The oldest first. */
    List<Domain> of(TenantId tenant);

    /** Removes one that is not the primary; false if there was none. */
    boolean remove(TenantId tenant, HostName host);
}
