package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Principal;
import java.util.List;

/** Reads the tenants of which the caller is a member, whatever their status, the oldest membership first. */
@DrivingPort
public interface ListOwnTenants {

    /** @throws io.tenantry.domain.failure.Unauthenticated if the user is no more */
    List<TenantDetails> list(Principal by);
}
