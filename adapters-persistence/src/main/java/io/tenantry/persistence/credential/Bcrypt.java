package io.tenantry.persistence.credential;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.IllegalBCryptFormatException;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.PasswordRules;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;

/** bcrypt, version 2b, with passwords of any length. Each answer costs one hash, whatever is asked. Safe for several threads. */
final class Bcrypt {

    static final int MIN_COST = 4;

    /** A stored hash of a higher cost is not evaluated: one of cost 31 would take days. */
    static final int MAX_COST = 16;

    /** Where the two digits of the cost stand in a hash: {@code $2b$12$…}. */
    private static final int COST_AT = 4;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2B;
    private static final LongPasswordStrategy LONG_PASSWORDS = new LongPasswords();

    private final int cost;
    private final byte[] nobodys;

    /** @throws IllegalArgumentException if the cost is not 4 to 16 */
    Bcrypt(int cost) {
        if (cost < MIN_COST || cost > MAX_COST) {
            throw new IllegalArgumentException("the cost of bcrypt must be 4 to 16");
        }
        this.cost = cost;
        this.nobodys = nobodys(cost);
    }

    /** @throws IllegalArgumentException if the password cannot be kept: the rules refuse such a one */
    String hash(Password password) {
        if (PasswordRules.isIllegal(password)) {
            throw new IllegalArgumentException("this password cannot be hashed");
        }
        return new String(hash(bytes(password), cost), StandardCharsets.US_ASCII);
    }

    /** Whether the password is the one of the hash. One that is missing, malformed or too costly is nobody's. */
    boolean matches(Password password, Optional<String> hash) {
        Optional<byte[]> stored =
                hash.map(text -> text.getBytes(StandardCharsets.UTF_8)).filter(Bcrypt::isUsable);
        boolean same =
                BCrypt.verifyer(VERSION, LONG_PASSWORDS).verify(bytes(password), stored.orElse(nobodys)).verified;
        return same && stored.isPresent() && !PasswordRules.isIllegal(password);
    }

    /** Whether the hash was made at another cost than today's. */
    boolean isOutdated(String hash) {
        OptionalInt stored = costOf(hash.getBytes(StandardCharsets.UTF_8));
        return stored.isPresent() && stored.getAsInt() != cost;
    }

    /** What it costs to check a password of nobody. */
    OptionalInt costForNobody() {
        return costOf(nobodys);
    }

    /** As costly to check as any hash, but made at the least cost, and the cost then rewritten: it would delay every start. */
    private static byte[] nobodys(int cost) {
        byte[] hash = hash("nobody has this password".getBytes(StandardCharsets.UTF_8), MIN_COST);
        hash[COST_AT] = (byte) ('0' + cost / 10);
        hash[COST_AT + 1] = (byte) ('0' + cost % 10);
        return hash;
    }

    private static byte[] hash(byte[] password, int cost) {
        return BCrypt.with(VERSION, new SecureRandom(), LONG_PASSWORDS).hash(cost, password);
    }

    private static byte[] bytes(Password password) {
        return password.value().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isUsable(byte[] hash) {
        OptionalInt stored = costOf(hash);
        return stored.isPresent() && stored.getAsInt() <= MAX_COST;
    }

    private static OptionalInt costOf(byte[] hash) {
        try {
            return OptionalInt.of(VERSION.parser.parse(hash).cost);
        } catch (IllegalBCryptFormatException | RuntimeException malformed) {
            return OptionalInt.empty();
        }
    }
}
