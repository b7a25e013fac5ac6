package io.tenantry.domain.social;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.util.Optional;

/**
 * Who somebody is, by the word of a provider. Only issuer and subject together name a person (OpenID Connect Core 1.0, section
 * 5.7).
 *
 * @param emailVerified whether the provider says that the address is theirs
 */
public record ExternalIdentity(
        String issuer, String subject, Optional<EmailAddress> email, boolean emailVerified, PersonName name) {

    /** The address, if the provider vouches for it. */
    public Optional<EmailAddress> verifiedEmail() {
        return email.filter(address -> emailVerified);
    }
}
