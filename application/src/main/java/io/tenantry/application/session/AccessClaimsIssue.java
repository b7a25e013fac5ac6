package io.tenantry.application.session;

import io.tenantry.domain.id.UuidV4;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.TokenPolicy;
import java.time.Instant;
import java.util.Optional;
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
                UuidV4.next(random));
    }
}
