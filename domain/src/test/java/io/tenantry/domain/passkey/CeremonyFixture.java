package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Ceremonies that no other test knows. */
public final class CeremonyFixture {

    private static final String REQUEST = "{\"challenge\":\"c2F5IGl0\",\"rp\":{\"name\":\"Grüße 👋\"}}";

    private CeremonyFixture() {}

    public static Ceremony registration(UserId user) {
        return expiring(later(), Ceremony.Purpose.REGISTRATION, Optional.of(user));
    }

    /** Of somebody who is not known yet. */
    public static Ceremony signIn() {
        return signInExpiring(later());
    }

    public static Ceremony signInOf(UserId user) {
        return expiring(later(), Ceremony.Purpose.SIGN_IN, Optional.of(user));
    }

    public static Ceremony signInExpiring(Instant at) {
        return expiring(at, Ceremony.Purpose.SIGN_IN, Optional.empty());
    }

    private static Ceremony expiring(Instant at, Ceremony.Purpose purpose, Optional<UserId> user) {
        return new Ceremony(OneTimeTokenFixture.aSecret().digest(), purpose, user, REQUEST, at);
    }

    private static Instant later() {
        return TimeFixture.now().plus(Ceremony.LIFETIME);
    }
}
