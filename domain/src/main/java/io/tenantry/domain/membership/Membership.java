package io.tenantry.domain.membership;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A user in a tenant.
 *
 * @param lastUsedAt when the user last signed in to, or switched to, this tenant
 */
public record Membership(TenantId tenant, UserId user, Role role, Instant joinedAt, Optional<Instant> lastUsedAt) {

    public Membership as(Role other) {
        return new Membership(tenant, user, other, joinedAt, lastUsedAt);
    }
}
