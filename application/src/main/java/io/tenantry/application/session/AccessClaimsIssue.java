package io.tenantry.application.session;

import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.TokenPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the claims of new access tokens. */
final class AccessClaimsIssue {

    private final TokenPolicy policy;
    private final RandomGenerator random;

    AccessClaimsIssue(TokenPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    AccessClaims of(Session session, Optional<TenantMembership> tenant, Instant now) {
        return new AccessClaims(
                session.user(),
                session.id(),
                tenant.map(in -> in.tenant().id()),
                tenant.map(TenantMembership::role),
                now,
                policy.accessEnds(session, now),
                randomId());
    }

    /** A UUID of version 4 (RFC 9562, section 5.4). */
    private UUID randomId() {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
