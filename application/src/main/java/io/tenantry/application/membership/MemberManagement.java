package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is looked at before a member is changed or removed. Within a transaction in the tenant's scope. */
final class MemberManagement {

    /** Who manages, and whom. */
    record Pair(TenantCaller caller, TenantMembership by, Member subject) {

        boolean isOneself() {
            return caller.actor().equals(Actor.user(subject.user().id()));
        }

        Role role() {
            return subject.membership().role();
        }
    }

    private final TenantAccess access;
    private final Memberships memberships;
    private final Invitations invitations;
    private final Users users;

    MemberManagement(DrivenPorts ports) {
        this.access = new TenantAccess(ports);
        this.memberships = ports.memberships();
        this.invitations = ports.invitations();
        this.users = ports.users();
    }

    /**
     * Who manages and whom, both held until the transaction under way ends. Who may manage nobody does not learn who is a member.
     *
     * @throws Forbidden if the caller may manage no member, or not this one
     * @throws NotFound if there is no such tenant, the caller is no member, or the user is none
     */
    Pair require(TenantCaller by, TenantId tenant, UserId user) {
        TenantMembership manager = access.requireHeld(by, tenant, Permission.MANAGE_MEMBERS);
        Pair pair = new Pair(by, manager, member(tenant, user));
        requireMayManage(pair, pair.role());
        return pair;
    }

    /** @throws Forbidden if the caller may not make somebody {@code role}, or take it from them */
    void requireMayManage(Pair pair, Role role) {
        if (!pair.by().role().manages(role) || !pair.caller().allows(role.management())) {
            throw new Forbidden();
        }
    }

    /** @throws LastOwner if nobody else owns the tenant */
    void requireDispensable(Membership membership) {
        boolean last = membership.role() == Role.OWNER
                && memberships.withRole(membership.tenant(), Role.OWNER).size() == 1;
        if (last) {
            throw new LastOwner();
        }
    }

    /**
     * Takes back what a member invited to and could not any more, so that nobody comes back by an invitation of their own.
     *
     * @param now what they are from now on; empty if no member
     */
    void revokeInvitations(Membership before, Optional<Role> now) {
        Set<Role> lost = Stream.of(Role.values())
                .filter(role -> now.filter(is -> is.manages(role)).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        invitations.revokePending(before.tenant(), before.user(), lost);
    }

    private Member member(TenantId tenant, UserId user) {
        Membership membership = memberships.find(tenant, user).orElseThrow(NotFound::new);
        return new Member(users.find(user).orElseThrow(NotFound::new), membership);
    }
}
