package io.tenantry.domain.invitation;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

/** Sends a pending or expired invitation again, with a new token: the one before is worth nothing any more. By the permissions of {@link Invite}. */
@DrivingPort
public interface ResendInvitation {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such invitation in a tenant of the caller's
     * @throws io.tenantry.domain.failure.InvitationClosed if it was decided
     * @throws io.tenantry.domain.failure.Throttled if it was sent too often lately
     */
    Invited resend(Command command);

    record Command(TenantCaller by, TenantId tenant, InvitationId invitation, Device device) {}
}
