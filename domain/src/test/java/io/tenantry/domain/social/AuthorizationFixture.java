package io.tenantry.domain.social;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Visits to providers that no other test knows. */
public final class AuthorizationFixture {

    private AuthorizationFixture() {}

    public static Authorization toSignIn() {
        return expiring(later(), Optional.empty());
    }

    public static Authorization toLink(UserId user) {
        return expiring(later(), Optional.of(user));
    }

    public static Authorization expiring(Instant at, Optional<UserId> user) {
        return new Authorization(
                aDigest(),
                aDigest(),
                new ProviderName("provider-1"),
                user,
                OneTimeTokenFixture.aSecret().value(),
                OneTimeTokenFixture.aSecret().value(),
                at);
    }

    private static TokenDigest aDigest() {
        return OneTimeTokenFixture.aSecret().digest();
    }

    private static Instant later() {
        return TimeFixture.now().plus(Authorization.LIFETIME);
    }
}
