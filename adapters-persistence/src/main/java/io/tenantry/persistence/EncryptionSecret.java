package io.tenantry.persistence;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The installation's secret: 256 bits that encrypt what must be kept but not be read in the database. Never shown. */
public final class EncryptionSecret {

    private static final int BYTES = 32;

    private final SecretKey key;

    private EncryptionSecret(SecretKey key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if the text is not 32 bytes in base64 */
    public static EncryptionSecret ofBase64(String base64) {
        byte[] bytes = decode(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("the secret must be 32 bytes in base64");
        }
        return new EncryptionSecret(new SecretKeySpec(bytes, "AES"));
    }

    SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "EncryptionSecret[redacted]";
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            // Not as a cause: its text may quote the secret.
            return new byte[0];
        }
    }
}
