package io.tenantry.domain.user;

import java.time.Instant;
import java.util.Optional;

/**
 * One person with one e-mail address, across all tenants.
 *
 * @param emailVerifiedAt since when the address, and each that followed it, has been shown to be theirs
 * @param verifyBeforeSignIn whether the contract by which they registered wants that shown before they sign in
 * @param operator whether they operate the installation
 * @param disabled whether an operator keeps them from signing in
 */
public record User(
        UserId id,
        EmailAddress email,
        PersonName name,
        Optional<Instant> emailVerifiedAt,
        boolean verifyBeforeSignIn,
        boolean operator,
        boolean disabled,
        Instant createdAt,
        Instant updatedAt) {

    /** One who is not disabled. */
    public User(
            UserId id,
            EmailAddress email,
            PersonName name,
            Optional<Instant> emailVerifiedAt,
            boolean verifyBeforeSignIn,
            boolean operator,
            Instant createdAt,
            Instant updatedAt) {
        this(id, email, name, emailVerifiedAt, verifyBeforeSignIn, operator, false, createdAt, updatedAt);
    }

    public boolean emailVerified() {
        return emailVerifiedAt.isPresent();
    }

    /** With the address verified; the first time counts. */
    public User verified(Instant now) {
        return emailVerified()
                ? this
                : new User(id, email, name, Optional.of(now), verifyBeforeSignIn, operator, disabled, createdAt, now);
    }

    /** With another address, which they have shown to be theirs. Whose address was verified before stays so since then. */
    public User withEmail(EmailAddress other, Instant now) {
        Optional<Instant> since = emailVerifiedAt.or(() -> Optional.of(now));
        return new User(id, other, name, since, verifyBeforeSignIn, operator, disabled, createdAt, now);
    }

    public User named(PersonName other, Instant now) {
        return new User(id, email, other, emailVerifiedAt, verifyBeforeSignIn, operator, disabled, createdAt, now);
    }

    public User appointed(boolean toOperator, Instant now) {
        return new User(id, email, name, emailVerifiedAt, verifyBeforeSignIn, toOperator, disabled, createdAt, now);
    }

    public User disabled(boolean yes, Instant now) {
        return new User(id, email, name, emailVerifiedAt, verifyBeforeSignIn, operator, yes, createdAt, now);
    }
}
