package io.tenantry.domain.membership;

import io.tenantry.domain.tenant.Tenant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A membership together with its tenant. */
public record TenantMembership(Tenant tenant, Membership membership) {

    private static final Comparator<TenantMembership> BY_LAST_USE =
            Comparator.comparing(in -> in.membership().lastUsedAt().orElse(Instant.MIN));

    public Role role() {
        return membership.role();
    }

    /**
     * Where somebody works who names no tenant: in the active one that they used last, else in the active one that they
     * joined first.
     *
     * @param memberships the oldest first
     */
    public static Optional<TenantMembership> usual(List<TenantMembership> memberships) {
        List<TenantMembership> active =
                memberships.stream().filter(in -> in.tenant().isActive()).toList();
        Optional<TenantMembership> lastUsed = active.stream()
                .filter(in -> in.membership().lastUsedAt().isPresent())
                .max(BY_LAST_USE);
        return lastUsed.or(() -> active.stream().findFirst());
    }
}
