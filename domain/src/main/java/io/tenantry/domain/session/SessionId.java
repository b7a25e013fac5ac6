package io.tenantry.domain.session;

import io.tenantry.domain.id.UuidV7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a session, for ever. */
public record SessionId(UUID value) {

    public SessionId {
        Objects.requireNonNull(value);
    }

    public static SessionId next(Instant now, RandomGenerator random) {
        return new SessionId(UuidV7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
