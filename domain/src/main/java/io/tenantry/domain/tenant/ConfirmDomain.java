package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/**
 * Looks whether the DNS shows what was asked for; then the host name is the tenant's, and picks it at sign-in. Needs {@link
 * io.tenantry.domain.membership.Permission#CHANGE_TENANT}.
 */
@DrivingPort
public interface ConfirmDomain {

    /**
     * Confirming a confirmed one changes nothing.
     *
     * @throws io.tenantry.domain.failure.NotFound if it was not claimed
     * @throws io.tenantry.domain.failure.TxtRecordMissing if the DNS does not show it
     * @throws io.tenantry.domain.failure.DomainTaken if another tenant was first
     * @throws io.tenantry.domain.failure.Unavailable if the DNS does not answer
     * @throws io.tenantry.domain.failure.Throttled if it was asked too often
     */
    TenantDomain confirm(Command command);

    record Command(Principal by, TenantId tenant, HostName host, Device device) {}
}
