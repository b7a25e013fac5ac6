package io.tenantry.http.social;

import io.tenantry.domain.social.ProviderName;
import java.net.URI;
import java.util.Optional;

/**
 * A provider of identities that the installation trusts.
 *
 * @param label by which people know it
 * @param issuer of a provider of {@link Kind#OIDC}, exactly as it calls itself; empty for the others, whose issuer is known
 */
public record ProviderSettings(
        ProviderName name, String label, Kind kind, Optional<URI> issuer, String clientId, String clientSecret) {

    /** How a provider is spoken to. */
    public enum Kind {
        /** Google, by OpenID Connect. */
        GOOGLE,
        /** GitHub, by OAuth 2 and its own API. */
        GITHUB,
        /** Any other that is found by OpenID Connect Discovery. */
        OIDC
    }

    private static final URI GOOGLE = URI.create("https://accounts.google.com");

    /** @throws IllegalArgumentException if the issuer is missing, or neither https nor of this machine, or text is empty */
    public ProviderSettings {
        if (label.isBlank() || clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException("a provider needs a label, a client id and a client secret");
        }
        if (issuer.isPresent() != (kind == Kind.OIDC)) {
            throw new IllegalArgumentException(
                    "a provider has an issuer of its own if it is of the kind OIDC, and only then");
        }
        issuer.ifPresent(ProviderSettings::requireIssuer);
    }

    /** The issuer of a provider that is spoken to by OpenID Connect. */
    URI openIdIssuer() {
        return issuer.orElse(GOOGLE);
    }

    /** OpenID Connect Discovery 1.0, section 2: no query, no fragment. */
    private static void requireIssuer(URI issuer) {
        if (!SafeAddress.isSafe(issuer) || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            throw new IllegalArgumentException("an issuer is an https URL without query and fragment");
        }
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + name.value() + ", " + kind + "]";
    }
}
