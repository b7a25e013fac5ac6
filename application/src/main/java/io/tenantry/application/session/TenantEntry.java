package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes who is signed in into another tenant: the same session, tokens of its own. Within the transaction under way. */
public final class TenantEntry {

    private final Sessions sessions;
    private final Memberships memberships;
    private final TokenIssue tokens;
    private final InstantSource clock;

    /** @param random must be cryptographically strong */
    public TenantEntry(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.sessions = ports.sessions();
        this.memberships = ports.memberships();
        this.tokens = new TokenIssue(ports, policies.tokens(), random);
        this.clock = clock;
    }

    /** @throws Unauthenticated if the caller's session is over */
    public SignedIn enter(Principal by, User user, TenantMembership in) {
        Instant now = clock.instant();
        Session session = sessions.of(user.id()).stream()
                .filter(one -> one.id().equals(by.session()) && one.isLiveAt(now))
                .findFirst()
                .orElseThrow(Unauthenticated::new);
        return enter(session.usedAt(now), user, in, now);
    }

    /** @param session live, and used now */
    SignedIn enter(Session session, User user, TenantMembership in, Instant now) {
        memberships.used(in.tenant().id(), user.id(), now);
        sessions.used(session.id(), now);
        return tokens.to(user, session, Optional.of(in), now);
    }
}
