package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivenPort;

/** The walled spaces of tenants. */
@DrivenPort
public interface TenantSchemas {

    /** Makes the tenant's schema with its tables, within the transaction under way: it exists when that commits, or not at all. */
    void create(TenantId tenant, SchemaName schema);
}
