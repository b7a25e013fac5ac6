package io.tenantry.domain.credential;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.User;

/** One-time tokens that no other test knows. */
public final class OneTimeTokenFixture {

    private OneTimeTokenFixture() {}

    public static SecretToken aSecret() {
        return SecretToken.generate(UniqueFixture.random());
    }

    public static OneTimeToken aToken(TokenPurpose purpose, User user) {
        return OneTimeToken.issue(aSecret(), purpose, user, new CredentialVersion(1), TimeFixture.now());
    }
}
