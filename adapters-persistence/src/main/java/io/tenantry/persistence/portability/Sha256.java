package io.tenantry.persistence.portability;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is noted of the bytes of an entry. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    static long lineBreaks(byte[] bytes, int from, int length) {
        long count = 0;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                count++;
            }
        }
        return count;
    }
}
