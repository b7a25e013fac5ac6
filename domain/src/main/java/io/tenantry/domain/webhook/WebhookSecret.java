package io.tenantry.domain.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook's events are signed with: 256 random bits, which its receiver knows as {@code whsec_} and their base64 (Standard
 * Webhooks, "Symmetric signatures"). Handed out once, encrypted at rest. Never shown.
 */
public final class WebhookSecret {

    private static final String SIGN = "whsec_";
    private static final int BYTES = 32;

    private final byte[] bytes;

    /** @throws IllegalArgumentException if there are less than 24 or more than 64, as Standard Webhooks has it */
    public WebhookSecret(byte[] bytes) {
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException("no secret of a webhook");
        }
        this.bytes = bytes.clone();
    }

    /** @param random must be cryptographically strong */
    public static WebhookSecret generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    /** The secret in clear. */
    public String value() {
        return SIGN + Base64.getEncoder().encodeToString(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Signs what is sent: {@code v1,} and the base64 of the HMAC-SHA256 of id, time and body, with dots between.
     *
     * @param id the header {@code webhook-id}
     * @param seconds the header {@code webhook-timestamp}: since 1970-01-01T00:00:00Z
     * @param body as it is sent, byte by byte
     */
    public String sign(String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookSecret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "WebhookSecret[redacted]";
    }
}
