package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Passkeys that no other test knows. */
public final class PasskeyFixture {

    private PasskeyFixture() {}

    public static Passkey of(UserId user) {
        return addedAt(TimeFixture.now(), user);
    }

    /** Never used yet. */
    public static Passkey addedAt(Instant now, UserId user) {
        PasskeyId id = PasskeyId.next(now, UniqueFixture.random());
        return new Passkey(id, user, "Ada’s phone 📱", aCredential(), now, Optional.empty());
    }

    /** Text in the place of a key: no signature is checked against it. */
    public static PublicKeyCredential aCredential() {
        return new PublicKeyCredential(
                new CredentialId(OneTimeTokenFixture.aSecret().value()),
                "pQECAyYgASFYIA",
                7,
                Set.of("internal", "hybrid"));
    }
}
