package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;

/** Invitations in the hands of those members who may invite. Within a transaction in the tenant's scope. */
final class ManagedInvitations {

    private final TenantAccess access;
    private final Invitations invitations;
    private final Users users;

    ManagedInvitations(DrivenPorts ports) {
        this.access = new TenantAccess(ports);
        this.invitations = ports.invitations();
        this.users = ports.users();
    }

    /** An invitation, and to which tenant it is. */
    record Managed(Tenant tenant, Invitation invitation) {}

    /** Lets pass who may invite somebody to the role. */
    Tenant require(TenantCaller by, TenantId tenant, Role role) {
        return access.require(by, tenant, role.management()).tenant();
    }

    /** The same for who is about to store one: nobody takes their role from them until the transaction under way ends. */
    Tenant requireHeld(TenantCaller by, TenantId tenant, Role role) {
        return access.requireHeld(by, tenant, role.management()).tenant();
    }

    /**
     * Holds an invitation for who may invite to its role.
     *
     * @throws NotFound if the tenant has none such
     */
    Managed hold(TenantCaller by, TenantId tenant, InvitationId id) {
        return held(access.require(by, tenant, Permission.MANAGE_MEMBERS), by, id);
    }

    /** As {@link #hold}, for who is about to send it anew: as {@link #requireHeld}. A tenant is held before its invitations. */
    Managed holdWithRole(TenantCaller by, TenantId tenant, InvitationId id) {
        return held(access.requireHeld(by, tenant, Permission.MANAGE_MEMBERS), by, id);
    }

    private Managed held(TenantMembership in, TenantCaller by, InvitationId id) {
        Invitation invitation = invitations.hold(in.tenant().id(), id).orElseThrow(NotFound::new);
        Permission needed = invitation.role().management();
        if (!in.role().may(needed) || !by.allows(needed)) {
            throw new Forbidden();
        }
        return new Managed(in.tenant(), invitation);
    }

    /**
     * Who has mails sent to others must have shown that they read their own.
     *
     * @throws EmailNotVerified if they have not
     */
    User inviter(TenantCaller by) {
        User user = users.find(by.user()).orElseThrow(Unauthenticated::new);
        if (!user.emailVerified()) {
            throw new EmailNotVerified();
        }
        return user;
    }

    static Target target(Invitation invitation) {
        return new Target(Target.Type.INVITATION, invitation.id().toString());
    }
}
