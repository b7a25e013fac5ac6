package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.BreachedPasswords;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Breached passwords in a sorted file, one line each: the first 10 to 40 hexadecimal digits of its SHA-1, in any case, of all
 * the same number, and {@code :count} after them or not, as Have I Been Pwned hands them out. Shorter prefixes make a smaller
 * file that takes a few more passwords for breached.
 *
 * <p>The file may be of any size: a question reads about as many lines as its length has bits. It is opened anew for each, so
 * it may be replaced by another while it is in use (best by renaming that one) and nothing need be closed. Safe for use by
 * several threads.
 */
public final class BreachedPasswordFile implements BreachedPasswords {

    private static final int PROBES = 256;

    private static final Duration LATER = Duration.ofSeconds(30);

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Path file;

    private BreachedPasswordFile(Path file) {
        this.file = file;
    }

    /**
     * Looks at first and last line and some hundred between.
     *
     * @throws IllegalArgumentException if it cannot be read, is empty, of another form, or not sorted; says which
     */
    public static BreachedPasswordFile open(Path file) {
        try (HashLines lines = HashLines.of(file)) {
            lines.requireSorted(PROBES);
            return new BreachedPasswordFile(file);
        } catch (IOException unusable) {
            String reason = "the breached passwords in " + file + " are of no use: " + unusable.getMessage();
            throw new IllegalArgumentException(reason, unusable);
        }
    }

    /**
     * @throws Unavailable if the file is gone or was spoilt since it was opened: a password that cannot be examined is not set
     */
    @Override
    public boolean contains(Password password) {
        try (HashLines lines = HashLines.of(file)) {
            return lines.contains(sha1(password));
        } catch (IOException gone) {
            throw new Unavailable(LATER, gone);
        }
    }

    private static String sha1(Password password) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return HEX.formatHex(sha1.digest(password.value().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
