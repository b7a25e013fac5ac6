package io.tenantry.domain.session;

import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.User;
import java.util.List;
import java.util.Optional;

/**
 * A user, what they say of themselves, their second factors, and where they belong.
 *
 * @param memberships the oldest first
 */
public record Identity(User user, Profile profile, Factors factors, List<TenantMembership> memberships) {

    public Identity {
        memberships = List.copyOf(memberships);
    }

    /** Whether both are in a tenant that is active. */
    public boolean worksWith(Identity other) {
        return memberships.stream()
                .map(TenantMembership::tenant)
                .anyMatch(tenant -> tenant.isActive() && other.in(tenant.id()).isPresent());
    }

    public Optional<TenantMembership> in(TenantId tenant) {
        return memberships.stream()
                .filter(in -> in.tenant().id().equals(tenant))
                .findFirst();
    }
}
