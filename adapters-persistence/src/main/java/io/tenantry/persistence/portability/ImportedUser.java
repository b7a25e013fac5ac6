package io.tenantry.persistence.portability;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A user as a line of a file tells of them. Never shown.
 *
 * @param line in the file, from 1 on
 * @param hash as it is stored
 */
record ImportedUser(
        long line,
        UserId id,
        EmailAddress email,
        PersonName name,
        boolean emailVerified,
        Optional<String> hash,
        Instant createdAt) {

    @Override
    public String toString() {
        return "ImportedUser[line=" + line + "]";
    }
}
