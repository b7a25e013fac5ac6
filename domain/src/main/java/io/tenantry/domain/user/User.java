package io.tenantry.domain.user;

import java.time.Instant;
import java.util.Optional;

/**
 * One person with one e-mail address, across all tenants.
 *
 * @param emailVerifiedAt when the address was first shown to be theirs
 * @param verifyBeforeSignIn whether the contract by which they registered wants that shown before they sign in
 */
public record User(
        UserId id,
        EmailAddress email,
        PersonName name,
        Optional<Instant> emailVerifiedAt,
        boolean verifyBeforeSignIn,
        Instant createdAt,
        Instant updatedAt) {

    public boolean emailVerified() {
        return emailVerifiedAt.isPresent();
    }

    /** With the address verified; the first time counts. */
    public User verified(Instant now) {
        return emailVerified() ? this : new User(id, email, name, Optional.of(now), verifyBeforeSignIn, createdAt, now);
    }
}
