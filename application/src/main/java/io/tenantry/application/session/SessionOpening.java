package io.tenantry.application.session;

import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Opens sessions, for whoever has shown who they are: at sign-in, or by registering. */
public final class SessionOpening {

    private final Sessions sessions;
    private final TokenPolicy policy;
    private final AccessClaimsIssue claims;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random must be cryptographically strong */
    public SessionOpening(Sessions sessions, TokenPolicy policy, InstantSource clock, RandomGenerator random) {
        this.sessions = sessions;
        this.policy = policy;
        this.claims = new AccessClaimsIssue(policy, random);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Stores a new session and its first refresh token, if its kind has any, within the transaction under way.
     *
     * @param tenant where the tokens lead, if anywhere
     */
    public SignedIn open(
            User user,
            Optional<TenantMembership> tenant,
            SessionKind kind,
            boolean rememberMe,
            boolean secondFactor,
            Device device) {
        Instant now = clock.instant();
        Session session =
                policy.open(SessionId.next(now, random), user.id(), kind, rememberMe, secondFactor, device, now);
        sessions.open(session);
        Optional<RefreshToken> token = firstToken(kind);
        token.ifPresent(first -> sessions.issue(
                first.digest(), session.id(), tenant.map(in -> in.tenant().id()), now));
        return new SignedIn(claims.of(session, tenant, now), token, user, tenant);
    }

    private Optional<RefreshToken> firstToken(SessionKind kind) {
        return switch (kind) {
            case ROTATING -> Optional.of(RefreshToken.rotating(random));
            case FIXED -> Optional.of(RefreshToken.fixed(random));
            case ACCESS_ONLY -> Optional.empty();
        };
    }
}
