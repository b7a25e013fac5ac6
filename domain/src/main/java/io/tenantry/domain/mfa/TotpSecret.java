package io.tenantry.domain.mfa;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a user's code generator is set up with (RFC 6238): 160 random bits (RFC 4226, section 4, R6). */
public final class TotpSecret {

    private static final int BYTES = 20;

    private final byte[] bytes;

    /** @throws IllegalArgumentException if it is shorter than 128 bits */
    public TotpSecret(byte[] bytes) {
        if (bytes.length < 16) {
            throw new IllegalArgumentException("too short for a secret");
        }
        this.bytes = bytes.clone();
    }

    /** @param random must be cryptographically strong */
    public static TotpSecret generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** The secret in clear. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The secret in clear, as it is typed into a code generator: base32 (RFC 4648, section 6), without padding. */
    public String base32() {
        return Base32.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TotpSecret[redacted]";
    }
}
