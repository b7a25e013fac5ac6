package io.tenantry.domain.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** A secret that is handed out once and kept only as its {@link TokenDigest}: base64url of 256 random bits. Never shown. */
public final class SecretToken {

    private static final int BYTES = 32;

    private final String value;

    /** One that a caller presents: any text may come. */
    public SecretToken(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** @param random must be cryptographically strong */
    public static SecretToken generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token in clear. */
    public String value() {
        return value;
    }

    public TokenDigest digest() {
        return TokenDigest.of(value);
    }

    @Override
    public String toString() {
        return "SecretToken[redacted]";
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
