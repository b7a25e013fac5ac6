package io.tenantry.http.social;

import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.util.Map;
import java.util.Optional;

/** What claims say of a person (OpenID Connect Core 1.0, section 5.1). */
final class PersonClaims {

    private PersonClaims() {}

    static ExternalIdentity identity(String issuer, String subject, Map<String, Object> claims) {
        return new ExternalIdentity(
                issuer, subject, text(claims, "email").flatMap(EmailAddress::parse), isVerified(claims), name(claims));
    }

    /** A boolean; some providers write it as text, and then mean it just so. Nothing else says that it is verified. */
    private static boolean isVerified(Map<String, Object> claims) {
        Object verified = claims.get("email_verified");
        return Boolean.TRUE.equals(verified) || "true".equals(verified);
    }

    private static PersonName name(Map<String, Object> claims) {
        PersonName parts = PersonName.of(text(claims, "given_name"), text(claims, "family_name"));
        return parts.full().isEmpty()
                ? text(claims, "name").map(PersonName::ofFull).orElse(PersonName.NONE)
                : parts;
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
