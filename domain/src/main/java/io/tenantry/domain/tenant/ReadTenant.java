package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;

/** Reads one tenant of the caller's. */
@DrivingPort
public interface ReadTenant {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member
     * @throws io.tenantry.domain.failure.TenantNotActive if it is not active
     * @throws io.tenantry.domain.failure.MfaEnrollmentRequired if it asks for a second factor and the caller has none
     */
    TenantDetails read(TenantCaller by, TenantId tenant);
}
