package io.tenantry.domain.invitation;

import io.tenantry.domain.id.UuidV7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names an invitation. */
public record InvitationId(UUID value) {

    public InvitationId {
        Objects.requireNonNull(value);
    }

    public static InvitationId next(Instant now, RandomGenerator random) {
        return new InvitationId(UuidV7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
