package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.TokenDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A code that stands in for a second factor, once: 120 random bits as 24 letters and digits in groups of four. Kept only as
 * its digest, which at that length needs no slow hash (OWASP ASVS 5.0, 6.5.2).
 */
public final class RecoveryCode {

    /** How many a user is given at once. */
    public static final int COUNT = 10;

    private static final int BYTES = 15;

    private static final int LENGTH = 24;

    private static final int GROUP = 4;

    private final String plain;

    private RecoveryCode(String plain) {
        this.plain = plain;
    }

    /** @param random must be cryptographically strong */
    public static RecoveryCode generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes).toLowerCase(Locale.ROOT));
    }

    /** Reads what was typed, in any case, with or without hyphens and spaces; empty if it has not the form of one. */
    public static Optional<RecoveryCode> parse(String typed) {
        String plain = typed.replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
        boolean formed = plain.length() == LENGTH
                && plain.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
        return formed ? Optional.of(new RecoveryCode(plain)) : Optional.empty();
    }

    /** The code in clear, as it is shown. */
    public String value() {
        StringBuilder shown = new StringBuilder(plain);
        for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
            shown.insert(at, '-');
        }
        return shown.toString();
    }

    public TokenDigest digest() {
        return TokenDigest.of(plain);
    }

    @Override
    public String toString() {
        return "RecoveryCode[redacted]";
    }
}
