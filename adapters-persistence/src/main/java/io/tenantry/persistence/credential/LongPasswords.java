package io.tenantry.persistence.credential;

import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * bcrypt takes 72 bytes, one of them the NUL at the end. A longer password becomes base64 of its SHA-512, cut to 71
 * characters, which still hold 426 bits of it. Base64, because bcrypt would stop at a NUL byte of the raw digest, and repeat.
 */
final class LongPasswords implements LongPasswordStrategy {

    static final int MAX_BYTES = 71;

    @Override
    public byte[] derive(byte[] password) {
        return password.length <= MAX_BYTES ? password : Arrays.copyOf(base64Digest(password), MAX_BYTES);
    }

    private static byte[] base64Digest(byte[] password) {
        try {
            return Base64.getEncoder()
                    .encode(MessageDigest.getInstance("SHA-512").digest(password));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
