package io.tenantry.domain.membership;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;

/** Takes a member out of a tenant, by the same permissions as {@link ChangeRole}. Holds at their next request; they get a mail. */
@DrivingPort
public interface RemoveMember {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, the caller is no member, or the user is none
     * @throws io.tenantry.domain.failure.Forbidden if the caller's role does not allow it
     * @throws io.tenantry.domain.failure.LastOwner if no owner would be left
     */
    void remove(Command command);

    /** @param keepApiKeys whether the keys that they answer for become the caller's; else these are revoked */
    record Command(TenantCaller by, TenantId tenant, UserId user, boolean keepApiKeys, Device device) {

        /** Revokes keys. */
        public Command(TenantCaller by, TenantId tenant, UserId user, Device device) {
            this(by, tenant, user, false, device);
        }
    }
}
