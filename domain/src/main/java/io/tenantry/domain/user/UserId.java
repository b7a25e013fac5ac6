package io.tenantry.domain.user;

import io.tenantry.domain.id.UuidV7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a user, for ever. */
public record UserId(UUID value) {

    public UserId {
        Objects.requireNonNull(value);
    }

    public static UserId next(Instant now, RandomGenerator random) {
        return new UserId(UuidV7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
