package io.tenantry.persistence.credential;

import java.util.regex.Pattern;

/**
 * A hash that another program made, as it is taken over: bcrypt ({@code $2a$}, {@code $2b$}, {@code $2y$}), Argon2 in its
 * PHC form ({@code $argon2id$}, {@code $argon2i$}, {@code $argon2d$}), and Django's {@code pbkdf2_sha256$}, {@code
 * pbkdf2_sha1$}, {@code bcrypt$}, {@code bcrypt_sha256$} and {@code argon2$}.
 *
 * <p>Its cost is bounded, so that checking one takes about half a second of one core, a second at the most: bcrypt to 14, PBKDF2
 * to 1,500,000 rounds, Argon2 to 256 MiB over all its passes.
 */
public final class ImportedHash {

    private static final Pattern BARE_BCRYPT = Pattern.compile("\\$2[aby]\\$.*", Pattern.DOTALL);
    /** Django puts its own name of the kind, without the sign that a hash begins with, before that hash. */
    private static final String DJANGOS_ARGON2 = "argon2$argon2";

    private ImportedHash() {}

    /**
     * The form in which it is stored, which tells it from hashes of our own: these have other rules for long passwords.
     *
     * @throws UnusableHash if it is of no such kind, malformed, or too costly to check
     */
    public static String toStore(String hash) {
        if (hash.length() > ForeignHash.MAX_LENGTH) {
            throw new UnusableHash("the hash is too long");
        }
        String marked = marked(hash);
        ForeignHash.kindOf(marked)
                .orElseThrow(() -> new UnusableHash("the hash is of no known kind"))
                .reader()
                .read(marked);
        return marked;
    }

    private static String marked(String hash) {
        if (BARE_BCRYPT.matcher(hash).matches()) {
            return ForeignBcrypt.PLAIN + hash;
        }
        return hash.startsWith(DJANGOS_ARGON2) ? hash.substring("argon2".length()) : hash;
    }
}
