package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;

/** Suspends, closes or reopens a tenant. Tokens already out stop, or work again, within a second on every node. */
@DrivingPort
public interface ChangeTenantStatus {

    /**
     * A tenant that its owner has closed is restored by making it active.
     *
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant
     * @throws io.tenantry.domain.failure.NotRestorable if it was closed and shall be active, but has no owner left
     */
    Tenant change(Command command);

    record Command(TenantReference tenant, TenantStatus status) {}
}
