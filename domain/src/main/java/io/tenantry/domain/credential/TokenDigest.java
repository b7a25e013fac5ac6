package io.tenantry.domain.credential;

import java.security.MessageDigest;
import java.util.Arrays;

/** The SHA-256 of a secret token: what is kept of it. Compared in constant time. */
public final class TokenDigest {

    private final byte[] sha256;

    /** @throws IllegalArgumentException if it is not 32 bytes long */
    public TokenDigest(byte[] sha256) {
        if (sha256.length != 32) {
            throw new IllegalArgumentException("no SHA-256");
        }
        this.sha256 = sha256.clone();
    }

    public static TokenDigest of(String token) {
        return new TokenDigest(SecretToken.sha256(token));
    }

    /** Of a secret that is no text. */
    public static TokenDigest ofBytes(byte[] secret) {
        return new TokenDigest(SecretToken.sha256(secret));
    }

    public byte[] bytes() {
        return sha256.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenDigest that && MessageDigest.isEqual(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "TokenDigest[redacted]";
    }
}
