package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivenPort;
import java.util.List;
import java.util.Optional;

/** All tenants. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface Tenants {

    /** Stores a new tenant. Empty, and nothing stored, when its slug is taken, also by a registration under way. */
    Optional<Tenant> add(NewTenant tenant);

    Optional<Tenant> find(TenantReference reference);

    /** Replaces name, contact and status of a tenant that exists. All nodes hear of it within a second. */
    void update(Tenant tenant);

    /** In the order of their numbers, those after {@code number}, {@code limit} at most (1 to 1,000). */
    List<Tenant> listAfter(long number, int limit);
}
