package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;

/** Suspends, closes or reopens a tenant. Tokens already out stop, or work again, within a second on every node. */
@DrivingPort
public interface ChangeTenantStatus {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant */
    Tenant change(Command command);

    record Command(TenantReference tenant, TenantStatus status) {}
}
