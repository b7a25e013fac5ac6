package io.tenantry.domain.membership;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.TenantId;

/** Takes the caller out of a tenant. Needs no second factor even where the tenant asks for one: leaving is always possible. */
@DrivingPort
public interface LeaveTenant {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member
     * @throws io.tenantry.domain.failure.TenantNotActive if it is not active
     * @throws io.tenantry.domain.failure.LastOwner if no owner would be left
     */
    void leave(Principal by, TenantId tenant, Device device);
}
