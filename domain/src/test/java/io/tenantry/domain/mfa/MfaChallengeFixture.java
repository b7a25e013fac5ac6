package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that wait for their second factor, and that no other test knows. */
public final class MfaChallengeFixture {

    private MfaChallengeFixture() {}

    /** Begun now. */
    public static MfaChallenge of(UserId user) {
        return of(user, SessionKind.ROTATING, Optional.empty());
    }

    public static MfaChallenge of(UserId user, SessionKind kind, Optional<TenantId> tenant) {
        return expiring(TimeFixture.now().plus(MfaChallenge.LIFETIME), user, kind, tenant);
    }

    public static MfaChallenge expiring(Instant expiresAt, UserId user) {
        return expiring(expiresAt, user, SessionKind.ROTATING, Optional.empty());
    }

    private static MfaChallenge expiring(Instant at, UserId user, SessionKind kind, Optional<TenantId> tenant) {
        return new MfaChallenge(
                OneTimeTokenFixture.aSecret().digest(),
                user,
                new CredentialVersion(3),
                kind,
                tenant,
                true,
                MfaChallenge.TRIES,
                at);
    }
}
