package io.tenantry.domain.membership;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;

/**
 * Gives a member another role. To make or demote an owner needs {@link Permission#MANAGE_OWNERS}, anything else {@link
 * Permission#MANAGE_MEMBERS}. Holds at the member's next request; they get a mail.
 */
@DrivingPort
public interface ChangeRole {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, the caller is no member, or the user is none
     * @throws io.tenantry.domain.failure.Forbidden if the caller's role does not allow it
     * @throws io.tenantry.domain.failure.LastOwner if no owner would be left
     */
    Member change(Command command);

    /** @param keepApiKeys whether the keys that they answer for become the caller's, where they are demoted; else these are revoked */
    record Command(TenantCaller by, TenantId tenant, UserId user, Role role, boolean keepApiKeys, Device device) {

        /** Revokes keys. */
        public Command(TenantCaller by, TenantId tenant, UserId user, Role role, Device device) {
            this(by, tenant, user, role, false, device);
        }
    }
}
