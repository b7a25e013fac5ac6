package io.tenantry.http.api.social;

import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.StartAuthorization.Started;
import io.tenantry.http.wire.Json;

/** What the native API says of providers, of visits to them, and of accounts there. */
final class SocialJson {
    private SocialJson() {}

    record ProviderJson(String name, String label) {
        static ProviderJson of(IdentityProviders.Provider provider) {
            return new ProviderJson(provider.name().value(), provider.label());
        }
    }

    /**
     * @param authorizationUrl where the browser is to go
     * @param browserToken what it keeps, and shows when it comes back
     */
    record VisitJson(String authorizationUrl, String browserToken) {
        static VisitJson of(Started started) {
            return new VisitJson(
                    started.uri().toString(), started.browserToken().value());
        }
    }

    record IdentityJson(String id, String provider, String email, String linkedAt, String lastUsedAt) {
        static IdentityJson of(LinkedIdentity identity) {
            return new IdentityJson(
                    identity.id().toString(),
                    identity.provider().value(),
                    identity.email().orElse(null),
                    Json.time(identity.linkedAt()),
                    identity.lastUsedAt().map(Json::time).orElse(null));
        }
    }
}
