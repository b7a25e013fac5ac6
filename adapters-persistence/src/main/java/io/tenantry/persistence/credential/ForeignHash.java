package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.Password;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The hash of a password that another program made. It is checked by that program's rules, and replaced by one of ours at the
 * first sign-in. None shows itself.
 */
interface ForeignHash {

    /** Longer ones are no hash of any kind. */
    int MAX_LENGTH = 512;

    /** The kinds, each with how it is recognised. */
    List<Kind> KINDS = List.of(
            new Kind(
                    text -> text.startsWith(ForeignBcrypt.SHA256) || text.startsWith(ForeignBcrypt.PLAIN),
                    ForeignBcrypt::parse),
            new Kind(text -> text.startsWith("pbkdf2_"), DjangoPbkdf2::parse),
            new Kind(text -> text.startsWith("$argon2"), Argon2Hash::parse));

    /** A kind of hash. */
    record Kind(Predicate<String> recognised, Reader reader) {}

    /** Reads a hash of one kind. */
    interface Reader {

        /** @throws UnusableHash if it is malformed, or too costly to check */
        ForeignHash read(String text);
    }

    /** What checking it takes of the heap, in KiB, where that is worth counting. The caller reserves it. */
    int memory();

    /** Whether the password is the one of the hash. The caller has refused NUL and what UTF-8 cannot express. */
    boolean matches(Password password);

    /**
     * What is stored, if it was made by another program.
     *
     * @return empty if it is one of ours, or none that could be checked: that is nobody's
     */
    static Optional<ForeignHash> ofStored(String stored) {
        try {
            return kindOf(stored).map(kind -> kind.reader().read(stored));
        } catch (UnusableHash nobodys) {
            return Optional.empty();
        }
    }

    /** The kind that a text seems to be of. */
    static Optional<Kind> kindOf(String text) {
        return KINDS.stream().filter(kind -> kind.recognised().test(text)).findFirst();
    }
}
