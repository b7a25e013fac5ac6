package io.tenantry.domain.invitation;

import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;

/**
 * Invites somebody to a tenant: a mail with a token goes to the address. Needs {@link
 * io.tenantry.domain.membership.Permission#MANAGE_MEMBERS}, for an owner's role {@link
 * io.tenantry.domain.membership.Permission#MANAGE_OWNERS}. The answer is the same whether the address has an account or not.
 */
@DrivingPort
public interface Invite {

    /** At most so many that are pending in a tenant. */
    int MOST = 500;

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant, or the caller is no member
     * @throws io.tenantry.domain.failure.Forbidden if the caller's role does not allow it
     * @throws io.tenantry.domain.failure.EmailNotVerified if the caller has not verified their own address
     * @throws io.tenantry.domain.failure.AlreadyMember if the address is a member's
     * @throws io.tenantry.domain.failure.AlreadyInvited if it has a pending invitation
     * @throws io.tenantry.domain.failure.LimitReached if {@link #MOST} are pending
     * @throws io.tenantry.domain.failure.Throttled if the tenant, or anybody the address, was invited too often lately
     */
    Invited invite(Command command);

    record Command(TenantCaller by, TenantId tenant, EmailAddress email, Role role, Device device) {}
}
