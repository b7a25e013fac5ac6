package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/** Gives a domain or a claim up. Needs {@link io.tenantry.domain.membership.Permission#CHANGE_TENANT}. */
@DrivingPort
public interface RemoveDomain {

    /**
     * @throws io.tenantry.domain.failure.NotFound if the tenant has none such
     * @throws io.tenantry.domain.failure.PrimaryDomain if it is the primary one
     */
    void remove(Command command);

    record Command(Principal by, TenantId tenant, HostName host, Device device) {}
}
