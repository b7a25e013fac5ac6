package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.user.EmailAddress;
import java.util.Optional;

/** Changes what a tenant says of itself. Needs {@link io.tenantry.domain.membership.Permission#CHANGE_TENANT}. */
@DrivingPort
public interface ChangeTenant {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member
     * @throws io.tenantry.domain.failure.Forbidden if the caller's role does not allow it
     * @throws io.tenantry.domain.failure.MfaEnrollmentRequired if the caller has no second factor and the tenant asks for one,
     *     or shall: nobody shuts themselves out
     */
    TenantDetails change(Command command);

    /** What is empty stays as it is. */
    record Command(
            TenantCaller by,
            TenantId tenant,
            Optional<TenantName> name,
            Optional<EmailAddress> contactEmail,
            Optional<Boolean> requireMfa,
            Device device) {}
}
