package io.tenantry.application.session;

import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.RotationSalt;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.Sessions;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Gives the refresh token to use next. */
final class RefreshTokenRotation {

    private final Sessions sessions;
    private final RandomGenerator random;

    RefreshTokenRotation(Sessions sessions, RandomGenerator random) {
        this.sessions = sessions;
        this.random = random;
    }

    /**
     * Carries out what was decided on a token that is held.
     *
     * @param decision one that refuses nothing
     */
    RefreshToken next(
            RefreshGrant.Decision decision,
            RefreshToken shown,
            SessionId session,
            Optional<TenantMembership> tenant,
            Instant now) {
        if (decision instanceof RefreshGrant.Rotate) {
            return rotate(shown, session, tenant, now);
        }
        return decision instanceof RefreshGrant.Repeat repeat ? shown.successor(repeat.salt()) : shown;
    }

    private RefreshToken rotate(RefreshToken shown, SessionId session, Optional<TenantMembership> tenant, Instant now) {
        RotationSalt salt = RotationSalt.generate(random);
        RefreshToken successor = shown.successor(salt);
        sessions.spend(shown.digest(), salt, now);
        sessions.issue(successor.digest(), session, tenant.map(in -> in.tenant().id()), now);
        return successor;
    }
}
