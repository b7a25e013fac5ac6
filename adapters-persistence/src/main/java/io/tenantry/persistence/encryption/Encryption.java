package io.tenantry.persistence.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Secrets at rest: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits, bound to the row that they stand in. What
 * an earlier key sealed can still be opened. Safe for use by several threads.
 *
 * <p>Layout: version (1 byte), id of the key (4), nonce (12), ciphertext with its tag (16).
 */
public final class Encryption {

    private static final byte VERSION = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int MARK_BYTES = 1 + KEY_ID_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int HEAD_BYTES = MARK_BYTES + NONCE_BYTES;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<ByteBuffer, SecretKey> keys = new LinkedHashMap<>();
    private final byte[] currentId;

    /** Says which row could not be read; most likely the installation's secret was replaced by another. */
    public static final class DoesNotOpen extends IllegalStateException {

        DoesNotOpen(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param current seals from now on
     * @param previous open what they once sealed
     */
    public Encryption(SecretKey current, List<SecretKey> previous) {
        previous.forEach(key -> keys.put(ByteBuffer.wrap(idOf(key)), key));
        this.currentId = idOf(current);
        keys.put(ByteBuffer.wrap(currentId), current);
    }

    /** @param row names where the secret stands: it cannot be opened elsewhere */
    public byte[] seal(byte[] secret, String row) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .put(VERSION)
                .put(currentId)
                .put(nonce)
                .array();
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keys.get(ByteBuffer.wrap(currentId)), head, secret, row);
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(head)
                .put(sealed)
                .array();
    }

    /**
     * @param row as when it was sealed
     * @throws DoesNotOpen if no key fits, or the bytes were altered
     */
    public byte[] open(byte[] sealed, String row) {
        byte[] head = Arrays.copyOf(sealed, HEAD_BYTES);
        SecretKey key = keys.get(ByteBuffer.wrap(head, 1, KEY_ID_BYTES));
        if (key == null || head[0] != VERSION) {
            throw new DoesNotOpen("no secret at hand opens " + row + ": it was sealed with another one", null);
        }
        if (sealed.length < HEAD_BYTES + TAG_BITS / Byte.SIZE) {
            throw new DoesNotOpen("what is kept for " + row + " is cut short", null);
        }
        return crypt(Cipher.DECRYPT_MODE, key, head, Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length), row);
    }

    /** The same secret, sealed by the current key. */
    byte[] sealAnew(byte[] sealed, String row) {
        return seal(open(sealed, row), row);
    }

    /** With what all begins that the current key seals: version and id of the key. */
    byte[] currentMark() {
        return ByteBuffer.allocate(MARK_BYTES).put(VERSION).put(currentId).array();
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] head, byte[] input, String row) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, head, HEAD_BYTES - NONCE_BYTES, NONCE_BYTES));
            cipher.updateAAD(head, 0, HEAD_BYTES - NONCE_BYTES);
            cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException altered) {
            throw new DoesNotOpen("what is kept for " + row + " does not open", altered);
        }
    }

    /** Tells keys apart without telling of them. */
    private static byte[] idOf(SecretKey key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("tenantry key id".getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha256.digest(key.getEncoded()), KEY_ID_BYTES);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
