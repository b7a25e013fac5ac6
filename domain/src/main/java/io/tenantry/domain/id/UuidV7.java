package io.tenantry.domain.id;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Time-ordered identifiers (RFC 9562, section 5.7): 48 bits of Unix milliseconds, 74 random bits. */
public final class UuidV7 {

    private UuidV7() {}

    /** A new identifier made at {@code now}. Unique by chance: 74 random bits within one millisecond. */
    public static UUID next(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
