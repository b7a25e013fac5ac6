package io.tenantry.domain.social;

import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.util.Optional;

/**
 * Who somebody is, by the word of a provider. Only issuer and subject together name a person (OpenID Connect Core 1.0, section
 * 5.7).
 *
 * @param subject 255 characters at most
 * @param emailVerified whether the provider says that the address is theirs
 */
public record ExternalIdentity(
        String issuer, String subject, Optional<EmailAddress> email, boolean emailVerified, PersonName name) {

    private static final int MAX_LENGTH = 255;

    /**
     * A name that may not be kept is left out: a provider may say anything.
     *
     * @throws SocialSignInFailed if issuer or subject name nobody
     */
    public ExternalIdentity {
        if (isUnusable(issuer) || isUnusable(subject)) {
            throw new SocialSignInFailed();
        }
        name = mayBeKept(name) ? name : PersonName.NONE;
    }

    /** The address, if the provider vouches for it. */
    public Optional<EmailAddress> verifiedEmail() {
        return email.filter(address -> emailVerified);
    }

    private static boolean isUnusable(String text) {
        return text.isBlank() || text.length() > MAX_LENGTH || PlainText.hasIllegalCharacter(text);
    }

    private static boolean mayBeKept(PersonName name) {
        return PersonName.problemWithFull(name.full()).isEmpty() && isPart(name.first()) && isPart(name.last());
    }

    private static boolean isPart(Optional<String> part) {
        return part.flatMap(PersonName::problemWithPart).isEmpty();
    }
}
