package io.tenantry.application.session;

import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.Authenticate;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import java.time.InstantSource;
import java.util.Optional;

final class AuthenticateService implements Authenticate {

    private final Identities identities;
    private final InstantSource clock;

    AuthenticateService(Identities identities, InstantSource clock) {
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public Principal authenticate(AccessClaims claims) {
        Session session = identities
                .session(claims.session())
                .filter(found -> carries(found, claims))
                .orElseThrow(Unauthenticated::new);
        Identity identity = identities
                .of(session.user())
                .filter(known -> !known.user().disabled())
                .orElseThrow(Unauthenticated::new);
        Optional<TenantMembership> tenant = claims.tenant().flatMap(identity::in);
        if (tenant.filter(in -> !in.tenant().isActive()).isPresent()) {
            throw new Unauthenticated();
        }
        return new Principal(
                session.user(),
                session.id(),
                tenant.map(in -> in.tenant().id()),
                tenant.map(TenantMembership::role),
                identity.user().operator() && session.secondFactor());
    }

    /** Idleness is left to the token's own end, which lies within it: when the session was last used is not known here. */
    private boolean carries(Session session, AccessClaims claims) {
        return session.user().equals(claims.user())
                && session.endedAt().isEmpty()
                && clock.instant().isBefore(session.expiresAt());
    }
}
