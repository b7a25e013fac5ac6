package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/** Makes a further tenant, of which the caller is the owner. */
@DrivingPort
public interface CreateTenant {

    /**
     * @throws io.tenantry.domain.failure.SlugTaken if a slug was asked for and a tenant has it
     * @throws io.tenantry.domain.failure.EmailNotVerified if the caller's address must be verified first
     * @throws io.tenantry.domain.failure.SignupClosed if only operators make tenants here, and the caller is none
     * @throws io.tenantry.domain.failure.Throttled if the caller has made too many lately
     */
    TenantDetails create(Command command);

    /** @param slug the one asked for; if empty, one is made from the name and varied until it is free */
    record Command(Principal by, TenantName name, Optional<Slug> slug, Device device) {}
}
