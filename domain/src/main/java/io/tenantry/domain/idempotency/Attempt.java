package io.tenantry.domain.idempotency;

import io.tenantry.domain.id.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One try at making what a call asks for. While its lease lasts, nobody else tries.
 *
 * @param id tells it from other tries at the same call: what a try has lost to another it changes no more
 * @param leaseEndsAt from when on another may try, if by then nothing was made
 * @param expiresAt until when a repetition is known as one
 */
public record Attempt(UUID id, KeyedCall call, Instant leaseEndsAt, Instant expiresAt) {

    /** Longer than a request takes: only who has died has not ended by then. */
    public static final Duration LEASE = Duration.ofMinutes(1);

    public static final Duration KEPT = Duration.ofHours(24);

    public static Attempt at(KeyedCall call, Instant now, RandomGenerator random) {
        return new Attempt(UuidV7.next(now, random), call, now.plus(LEASE), now.plus(KEPT));
    }
}
