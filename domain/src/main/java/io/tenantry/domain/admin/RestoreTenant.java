package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.TenantId;

/** Opens a tenant again that its owner has closed, as long as it was not removed. For operators; its owners get a mail. */
@DrivingPort
public interface RestoreTenant {

    /**
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant
     * @throws io.tenantry.domain.failure.NotRestorable if it was not closed, or has no owner left
     */
    TenantSummary restore(Principal by, TenantId tenant, Device device);
}
