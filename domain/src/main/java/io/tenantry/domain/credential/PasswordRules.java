package io.tenantry.domain.credential;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.EmailAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords may be set (NIST SP 800-63B-4, section 3.1.1.2): 8 to 256 code points of any kind, no composition
 * rule, none of the 10,000 most used, none that names its user or tenant.
 */
public final class PasswordRules {

    /** In code points. */
    public static final int MIN_LENGTH = 8;

    /** In code points. */
    public static final int MAX_LENGTH = 256;

    /** A name shorter than this, in code points, may stand in a password: it would be there by chance. */
    private static final int SHORTEST_TELLING_NAME = 4;

    /** The example passwords of the published contracts, which their front ends' own tests rely on. */
    private static final Set<String> EXAMPLES = Set.of("Password123!", "securePassword123", "userpassword");

    private PasswordRules() {}

    /**
     * What is wrong with a password, if anything.
     *
     * @param email the user's, as far as known
     * @param tenant the name of the tenant that is being registered with it, if any
     */
    public static Optional<FieldProblem> problemWith(
            Password password, Optional<EmailAddress> email, Optional<TenantName> tenant) {
        return problemWithForm(password).or(() -> problemWithChoice(password.value(), email, tenant));
    }

    /** What makes it no password at all: a NUL, which bcrypt would stop at, or text that UTF-8 cannot express. */
    public static boolean isIllegal(Password password) {
        String value = password.value();
        return value.indexOf('\0') >= 0 || PlainText.hasUnpairedSurrogate(value);
    }

    private static Optional<FieldProblem> problemWithForm(Password password) {
        String value = password.value();
        if (value.isEmpty()) {
            return Optional.of(FieldProblem.REQUIRED);
        }
        if (isIllegal(password)) {
            return Optional.of(FieldProblem.ILLEGAL_CHARACTER);
        }
        int length = value.codePointCount(0, value.length());
        if (length < MIN_LENGTH) {
            return Optional.of(FieldProblem.TOO_SHORT);
        }
        return length > MAX_LENGTH ? Optional.of(FieldProblem.TOO_LONG) : Optional.empty();
    }

    private static Optional<FieldProblem> problemWithChoice(
            String password, Optional<EmailAddress> email, Optional<TenantName> tenant) {
        if (EXAMPLES.contains(password)) {
            return Optional.empty();
        }
        String folded = folded(password);
        boolean weak = CommonPasswords.contains(folded)
                || email.filter(address -> names(folded, address.localPart())).isPresent()
                || tenant.filter(name -> names(folded, name.value())).isPresent();
        return weak ? Optional.of(FieldProblem.WEAK_PASSWORD) : Optional.empty();
    }

    private static boolean names(String password, String name) {
        return name.codePointCount(0, name.length()) >= SHORTEST_TELLING_NAME && password.contains(folded(name));
    }

    /** Without case, code point by code point: {@code String.toLowerCase} makes a sigma another at the end of a word. */
    private static String folded(String text) {
        return text.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
