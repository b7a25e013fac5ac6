package io.tenantry.persistence.idempotency;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.idempotency.KeyedCall;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a call is kept by: keys derived from its caller, operation and idempotency key, salted with a secret of the installation (HKDF
 * with SHA-256, RFC 5869, each key being one block of output). So the database alone tells nothing of a call, however easily its key
 * or body is guessed, nor does the installation's secret with it as long as the idempotency key cannot be guessed.
 *
 * <p>An answer is encrypted by AES-256-GCM with a random nonce of 96 bits, bound to the body that it answers. Layout: version (1 byte),
 * nonce (12), ciphertext with its tag (16).
 */
final class CallSecrets {

    private static final String HMAC = "HmacSHA256";
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int HEAD_BYTES = 1 + NONCE_BYTES;
    private static final int TAG_BITS = 128;

    private final byte[] extracted;
    private final TokenDigest body;
    private final SecureRandom random;

    /** @param salt 32 bytes, secret, the same on all servers */
    CallSecrets(byte[] salt, KeyedCall call, SecureRandom random) {
        // No line break is in any of them.
        String named =
                String.join("\n", call.caller(), call.operation(), call.key().value());
        this.extracted = hmac(salt, named.getBytes(StandardCharsets.UTF_8));
        this.body = call.body();
        this.random = random;
    }

    /** By which the call is found again, whatever its body. */
    byte[] digest() {
        return derived("digest");
    }

    /** By which the same body is known again. */
    byte[] bodyDigest() {
        return hmac(derived("body"), body.bytes());
    }

    byte[] seal(String answer) {
        byte[] head = new byte[HEAD_BYTES];
        random.nextBytes(head);
        head[0] = VERSION;
        byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, head, answer.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(HEAD_BYTES + encrypted.length)
                .put(head)
                .put(encrypted)
                .array();
    }

    /** @throws IllegalStateException if the bytes were altered, or sealed for another call or body */
    String open(byte[] kept) {
        if (kept.length < HEAD_BYTES || kept[0] != VERSION) {
            throw new IllegalStateException("a kept answer is of no form that is known here");
        }
        byte[] encrypted = Arrays.copyOfRange(kept, HEAD_BYTES, kept.length);
        return new String(crypt(Cipher.DECRYPT_MODE, kept, encrypted), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] head, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(derived("answer"), "AES"),
                    new GCMParameterSpec(TAG_BITS, head, 1, NONCE_BYTES));
            cipher.updateAAD(head, 0, 1);
            cipher.updateAAD(bodyDigest());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("a kept answer does not open", altered);
        }
    }

    /** HKDF-Expand. */
    private byte[] derived(String purpose) {
        byte[] info = ("tenantry keyed call " + purpose + "\u0001").getBytes(StandardCharsets.US_ASCII);
        return hmac(extracted, info);
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(input);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    @Override
    public String toString() {
        return "CallSecrets[redacted]";
    }
}
