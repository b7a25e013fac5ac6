package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/**
 * Claims a host name for a tenant, and says what the DNS must show. Whether another tenant has it is not told here. Needs {@link
 * io.tenantry.domain.membership.Permission#CHANGE_TENANT}.
 */
@DrivingPort
public interface ClaimDomain {

    /** At most so many that are confirmed or claimed. */
    int MOST = 20;

    /**
     * @throws io.tenantry.domain.failure.DomainTaken if it is this tenant's already, or lies under the installation's own
     * @throws io.tenantry.domain.failure.LimitReached if the tenant has {@link #MOST}
     */
    TenantDomain claim(Command command);

    record Command(Principal by, TenantId tenant, HostName host, Device device) {}
}
