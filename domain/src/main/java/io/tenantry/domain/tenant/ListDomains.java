package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Principal;
import java.util.List;

/** Reads the domains of a tenant, confirmed ones first. Needs {@link io.tenantry.domain.membership.Permission#SEE_TENANT}. */
@DrivingPort
public interface ListDomains {

    /** @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member */
    List<TenantDomain> list(Principal by, TenantId tenant);
}
