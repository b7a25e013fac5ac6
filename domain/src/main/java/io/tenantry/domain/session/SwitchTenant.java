package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.tenant.TenantId;

/** Gives new tokens of the same session in another tenant; the old ones stay valid in theirs. */
@DrivingPort
public interface SwitchTenant {

    /**
     * @throws io.tenantry.domain.failure.NotFound if the caller is no member of the tenant
     * @throws io.tenantry.domain.failure.TenantNotActive if it is not active
     * @throws io.tenantry.domain.failure.Unauthenticated if the session is over
     */
    SignedIn change(Command command);

    record Command(Principal by, TenantId tenant, Device device) {}
}
