package io.tenantry.domain.tenant;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/**
 * Deletes a tenant: nobody gets in any more, at once; its schema and rows are removed after {@link Tenant#RESTORABLE}, until
 * when an operator can restore it. Its owners get a mail. Needs {@link
 * io.tenantry.domain.membership.Permission#DELETE_TENANT}.
 */
@DrivingPort
public interface CloseTenant {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if the password is wrong ({@code password}), or the slug is not the
     *     tenant's ({@code slug})
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no owner
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords came before
     */
    void close(Command command);

    /** @param slug typed again, so that nobody deletes the wrong one */
    record Command(Principal by, TenantId tenant, Optional<Password> password, String slug, Device device) {}
}
