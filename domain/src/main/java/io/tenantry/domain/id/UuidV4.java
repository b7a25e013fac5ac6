package io.tenantry.domain.id;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Random identifiers (RFC 9562, section 5.4): 122 random bits. */
public final class UuidV4 {

    private UuidV4() {}

    /** @param random must be cryptographically strong where the identifier is a secret */
    public static UUID next(RandomGenerator random) {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
