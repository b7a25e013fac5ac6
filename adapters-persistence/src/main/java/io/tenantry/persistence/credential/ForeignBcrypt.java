package io.tenantry.persistence.credential;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.IllegalBCryptFormatException;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.tenantry.domain.credential.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * bcrypt as other programs have it: of the password's first 72 bytes, or with Django's {@code bcrypt_sha256} of its SHA-256 in
 * hexadecimal. Stored under Django's name for it, so that it is not taken for one of ours, where long passwords count whole.
 */
final class ForeignBcrypt implements ForeignHash {

    static final String PLAIN = "bcrypt$";
    static final String SHA256 = "bcrypt_sha256$";

    private static final int MAX_COST = 14;

    /** What bcrypt takes of a password and the NUL after it. */
    private static final int BYTES = 72;

    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    /** The NUL is put there here: the library would refuse passwords of 72 bytes, for which others leave it out. */
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2Y_NO_NULL_TERMINATOR;

    private final BCrypt.HashData hash;
    private final boolean ofDigest;

    private ForeignBcrypt(BCrypt.HashData hash, boolean ofDigest) {
        this.hash = hash;
        this.ofDigest = ofDigest;
    }

    static ForeignBcrypt parse(String text) {
        boolean ofDigest = text.startsWith(SHA256);
        String bcrypt = text.substring(ofDigest ? SHA256.length() : PLAIN.length());
        if (!FORM.matcher(bcrypt).matches()) {
            throw new UnusableHash("the bcrypt hash is malformed");
        }
        BCrypt.HashData hash = read(bcrypt);
        if (hash.cost < Bcrypt.MIN_COST || hash.cost > MAX_COST) {
            throw new UnusableHash("the cost of the bcrypt hash is not 4 to 14");
        }
        return new ForeignBcrypt(hash, ofDigest);
    }

    @Override
    public int memory() {
        return 0;
    }

    @Override
    public boolean matches(Password password) {
        byte[] typed = password.value().getBytes(StandardCharsets.UTF_8);
        byte[] key = key(ofDigest ? hexadecimalDigest(typed) : typed);
        byte[] computed = BCrypt.with(VERSION, new SecureRandom(), LongPasswordStrategies.none())
                .hashRaw(hash.cost, hash.rawSalt, key)
                .rawHash;
        return MessageDigest.isEqual(computed, hash.rawHash);
    }

    /** With the NUL at its end, if there is room for it. */
    private static byte[] key(byte[] password) {
        return Arrays.copyOf(password, Math.min(password.length + 1, BYTES));
    }

    private static BCrypt.HashData read(String bcrypt) {
        String version = bcrypt.substring(1, 3);
        try {
            return BCrypt.Version.SUPPORTED_VERSIONS.stream()
                    .filter(known -> version.equals(new String(known.versionIdentifier, StandardCharsets.US_ASCII)))
                    .findFirst()
                    .orElseThrow()
                    .parser
                    .parse(bcrypt.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalBCryptFormatException | RuntimeException malformed) {
            throw new UnusableHash("the bcrypt hash is malformed");
        }
    }

    private static byte[] hexadecimalDigest(byte[] password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password);
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
