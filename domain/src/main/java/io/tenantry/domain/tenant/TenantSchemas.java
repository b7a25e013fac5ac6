package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivenPort;

/** The walled spaces of tenants. */
@DrivenPort
public interface TenantSchemas {

    /** Makes the tenant's schema with its tables, within the transaction under way: it exists when that commits, or not at all. */
    void create(TenantId tenant, SchemaName schema);

    /**
     * Drops the tenant's schema with all that is in it, within the transaction under way, in the scope of the tenant or of all.
     *
     * @throws IllegalStateException if the tenant is active: whoever is used is not removed by mistake
     */
    void drop(TenantId tenant);
}
