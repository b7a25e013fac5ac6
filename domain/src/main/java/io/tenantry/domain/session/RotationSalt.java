package io.tenantry.domain.session;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a spent refresh token's successor is derived from, beside the token itself: 32 random bytes. */
public final class RotationSalt {

    private static final int BYTES = 32;

    private final byte[] bytes;

    public RotationSalt(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** @param random must be cryptographically strong */
    public static RotationSalt generate(RandomGenerator random) {
        byte[] salt = new byte[BYTES];
        random.nextBytes(salt);
        return new RotationSalt(salt);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RotationSalt that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RotationSalt[redacted]";
    }
}
