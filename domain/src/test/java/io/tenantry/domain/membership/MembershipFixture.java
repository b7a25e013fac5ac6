package io.tenantry.domain.membership;

import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Memberships, never used yet. */
public final class MembershipFixture {

    private MembershipFixture() {}

    public static Membership owner(TenantId tenant, UserId user) {
        return joined(tenant, user, Role.OWNER, TimeFixture.now());
    }

    public static Membership joined(TenantId tenant, UserId user, Role role, Instant at) {
        return new Membership(tenant, user, role, at, Optional.empty());
    }
}
