package io.tenantry.application.session;

import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantReference;
import java.util.List;
import java.util.Optional;

/** Decides in which tenant a token is to work. */
final class TenantChoice {

    private TenantChoice() {}

    /**
     * The tenant named by the caller.
     *
     * @throws NotFound if it is not one of the user's
     * @throws TenantNotActive if it is not active
     */
    static TenantMembership named(TenantReference reference, List<TenantMembership> memberships) {
        return active(memberships.stream()
                .filter(in -> isNamed(in.tenant(), reference))
                .findFirst()
                .orElseThrow(NotFound::new));
    }

    /**
     * The tenant that is hinted at, by a host name or an older token, if it is one of the user's; else where they usually
     * work. Empty for a user without memberships.
     *
     * @throws TenantNotActive if it, or every one of the user's, is not active
     */
    static Optional<TenantMembership> hinted(Optional<TenantId> hint, List<TenantMembership> memberships) {
        Optional<TenantMembership> hinted = memberships.stream()
                .filter(in -> hint.filter(in.tenant().id()::equals).isPresent())
                .findFirst();
        return hinted.isPresent() ? hinted.map(TenantChoice::active) : usual(memberships);
    }

    private static Optional<TenantMembership> usual(List<TenantMembership> memberships) {
        Optional<TenantMembership> usual = TenantMembership.usual(memberships);
        if (usual.isEmpty() && !memberships.isEmpty()) {
            throw new TenantNotActive();
        }
        return usual;
    }

    private static boolean isNamed(Tenant tenant, TenantReference reference) {
        return reference.equals(tenant.id()) || reference.equals(tenant.slug());
    }

    private static TenantMembership active(TenantMembership membership) {
        if (!membership.tenant().isActive()) {
            throw new TenantNotActive();
        }
        return membership;
    }
}
