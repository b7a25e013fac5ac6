package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RefreshSessionService implements RefreshSession {

    private final Transactions transactions;
    private final Sessions sessions;
    private final Users users;
    private final Memberships memberships;
    private final Duration grace;
    private final AccessClaimsIssue claims;
    private final RefreshTokenRotation rotation;
    private final AuditTrail trail;
    private final InstantSource clock;

    RefreshSessionService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.sessions = ports.sessions();
        this.users = ports.users();
        this.memberships = ports.memberships();
        this.grace = policies.tokens().grace();
        this.claims = new AccessClaimsIssue(policies.tokens(), random);
        this.rotation = new RefreshTokenRotation(ports.sessions(), random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /** A reused token ends its session, which must be committed: so that refusal is returned, and thrown afterwards. */
    @Override
    public SignedIn refresh(Command command) {
        return transactions
                .acrossTenants(() -> sessions.hold(command.token().digest()).flatMap(grant -> answer(grant, command)))
                .orElseThrow(InvalidRefreshToken::new);
    }

    private Optional<SignedIn> answer(RefreshGrant grant, Command command) {
        Instant now = clock.instant();
        RefreshGrant.Decision decision = grant.decide(command.kind(), now, grace);
        if (decision instanceof RefreshGrant.Reused) {
            endReused(grant.session(), command, now);
            return Optional.empty();
        }
        if (decision instanceof RefreshGrant.Refuse) {
            return Optional.empty();
        }
        return users.find(grant.session().user())
                .filter(user -> !user.disabled())
                .map(user -> renew(grant, decision, command.token(), user, now));
    }

    private void endReused(Session session, Command command, Instant now) {
        sessions.end(session.id(), now);
        trail.refused(AuditAction.REFRESH_REUSED, Optional.of(session.user()), command.device(), "spent_token");
    }

    /** The tenant is decided on first: a refusal on its account spends nothing. */
    private SignedIn renew(
            RefreshGrant grant, RefreshGrant.Decision decision, RefreshToken shown, User user, Instant now) {
        Optional<TenantMembership> tenant = TenantChoice.hinted(grant.tenant(), memberships.of(user.id()));
        RefreshToken next = rotation.next(decision, shown, grant.session().id(), tenant, now);
        Session session = grant.session().usedAt(now);
        sessions.used(session.id(), now);
        AccessClaims issued = claims.of(session, tenant, now);
        return new SignedIn(issued, Optional.of(next), user, tenant);
    }
}
