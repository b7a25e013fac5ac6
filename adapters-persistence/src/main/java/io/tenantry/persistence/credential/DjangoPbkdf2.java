package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.Password;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 (RFC 8018, section 5.2) in Django's form: {@code pbkdf2_sha256$<rounds>$<salt>$<base64>}, and with SHA-1. */
final class DjangoPbkdf2 implements ForeignHash {

    private static final int MAX_ROUNDS = 1_500_000;
    private static final Pattern FORM = Pattern.compile(
            "pbkdf2_(sha256|sha1)\\$([1-9]\\d{0,8})\\$([\\x21-\\x23\\x25-\\x7E]{1,128})\\$([A-Za-z0-9+/]+=*)");

    private final String algorithm;
    private final int rounds;
    private final byte[] salt;
    private final byte[] key;

    private DjangoPbkdf2(String algorithm, int rounds, byte[] salt, byte[] key) {
        this.algorithm = algorithm;
        this.rounds = rounds;
        this.salt = salt;
        this.key = key;
    }

    static DjangoPbkdf2 parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new UnusableHash("the PBKDF2 hash is malformed");
        }
        boolean sha1 = parts.group(1).equals("sha1");
        int rounds = Integer.parseInt(parts.group(2));
        if (rounds > MAX_ROUNDS) {
            throw new UnusableHash("the PBKDF2 hash has more than 1,500,000 rounds");
        }
        return new DjangoPbkdf2(
                sha1 ? "PBKDF2WithHmacSHA1" : "PBKDF2WithHmacSHA256",
                rounds,
                parts.group(3).getBytes(StandardCharsets.US_ASCII),
                key(parts.group(4), sha1 ? 20 : 32));
    }

    @Override
    public int memory() {
        return 0;
    }

    @Override
    public boolean matches(Password password) {
        PBEKeySpec asked = new PBEKeySpec(password.value().toCharArray(), salt, rounds, key.length * Byte.SIZE);
        try {
            byte[] derived = SecretKeyFactory.getInstance(algorithm)
                    .generateSecret(asked)
                    .getEncoded();
            return MessageDigest.isEqual(derived, key);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        } finally {
            asked.clearPassword();
        }
    }

    private static byte[] key(String base64, int length) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length == length) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new UnusableHash("the PBKDF2 hash is no base64");
        }
        throw new UnusableHash("the PBKDF2 hash is not as long as its digest");
    }
}
