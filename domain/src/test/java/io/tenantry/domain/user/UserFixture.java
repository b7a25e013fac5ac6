package io.tenantry.domain.user;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import java.time.Instant;
import java.util.Optional;

/** Users whom no other test knows. */
public final class UserFixture {

    private UserFixture() {}

    /** An address that nobody has, with capitals in it. */
    public static EmailAddress anAddress() {
        return EmailAddress.of("Ada." + UniqueFixture.word() + "@Example.org");
    }

    /** Not verified, and not asked to be. */
    public static User aUser() {
        return aUserAt(anAddress());
    }

    public static User aUserAt(EmailAddress address) {
        Instant now = TimeFixture.now();
        PersonName name = PersonName.of(Optional.of("Ada"), Optional.of("Lovelace"));
        return new User(
                UserId.next(now, UniqueFixture.random()), address, name, Optional.empty(), false, false, now, now);
    }
}
