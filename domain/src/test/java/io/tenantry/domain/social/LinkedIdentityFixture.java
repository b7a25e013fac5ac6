package io.tenantry.domain.social;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Accounts at providers that no other test knows. */
public final class LinkedIdentityFixture {

    public static final String ISSUER = "https://provider.example";

    private LinkedIdentityFixture() {}

    public static LinkedIdentity of(UserId user) {
        return linkedAt(TimeFixture.now(), user);
    }

    public static LinkedIdentity linkedAt(Instant now, UserId user) {
        return of(user, ISSUER, UniqueFixture.word(), now);
    }

    /** Never used yet. */
    public static LinkedIdentity of(UserId user, String issuer, String subject, Instant now) {
        return new LinkedIdentity(
                LinkedIdentityId.next(now, UniqueFixture.random()),
                user,
                new ProviderName("provider-1"),
                issuer,
                subject,
                Optional.of("Ada@Example.org"),
                now,
                Optional.empty());
    }
}
