package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Gives a session the tokens with which a tenant is entered: the first ones, and those of another tenant. */
final class TokenIssue {

    private final Sessions sessions;
    private final AccessClaimsIssue claims;
    private final RandomGenerator random;

    TokenIssue(DrivenPorts ports, TokenPolicy policy, RandomGenerator random) {
        this.sessions = ports.sessions();
        this.claims = new AccessClaimsIssue(policy, random);
        this.random = random;
    }

    /** Within the transaction under way. */
    SignedIn to(User user, Session session, Optional<TenantMembership> tenant, Instant now) {
        Optional<RefreshToken> token = refreshToken(session.kind());
        token.ifPresent(issued -> sessions.issue(
                issued.digest(), session.id(), tenant.map(in -> in.tenant().id()), now));
        return new SignedIn(claims.of(session, tenant, now), token, user, tenant);
    }

    private Optional<RefreshToken> refreshToken(SessionKind kind) {
        return switch (kind) {
            case ROTATING -> Optional.of(RefreshToken.rotating(random));
            case FIXED -> Optional.of(RefreshToken.fixed(random));
            case ACCESS_ONLY -> Optional.empty();
        };
    }
}
