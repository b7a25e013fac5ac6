package io.tenantry.domain.invitation;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Takes an invitation back. By the permissions of {@link Invite}. Revoking a revoked one changes nothing. */
@DrivingPort
public interface RevokeInvitation {

    /**
     * @return as it is now
     * @throws io.tenantry.domain.failure.NotFound if there is no such invitation in a tenant of the caller's
     * @throws io.tenantry.domain.failure.InvitationClosed if it was accepted or declined
     */
    Invited revoke(Command command);

    record Command(TenantCaller by, TenantId tenant, InvitationId invitation, Device device) {}
}
