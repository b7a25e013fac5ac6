package io.tenantry.domain.social;

import io.tenantry.domain.id.UuidV7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a linked account, for ever. */
public record LinkedIdentityId(UUID value) {

    public LinkedIdentityId {
        Objects.requireNonNull(value);
    }

    public static LinkedIdentityId next(Instant now, RandomGenerator random) {
        return new LinkedIdentityId(UuidV7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
