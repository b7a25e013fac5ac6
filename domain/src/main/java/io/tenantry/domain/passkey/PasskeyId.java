package io.tenantry.domain.passkey;

import io.tenantry.domain.id.UuidV7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a passkey, for ever. */
public record PasskeyId(UUID value) {

    public PasskeyId {
        Objects.requireNonNull(value);
    }

    public static PasskeyId next(Instant now, RandomGenerator random) {
        return new PasskeyId(UuidV7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
