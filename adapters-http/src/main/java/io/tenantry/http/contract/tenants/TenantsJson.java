package io.tenantry.http.contract.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.http.wire.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The answers of the tenants contract. */
record TenantsJson(boolean success, String message, Data data) {
    /** @param auth absent where the address must be verified before anybody signs in */
    static TenantsJson of(String message, Tenant tenant, Optional<AuthJson> auth) {
        return new TenantsJson(true, message, new Data(TenantJson.of(tenant), auth.orElse(null)));
    }

    record Data(
            TenantJson tenant,
            @JsonInclude(JsonInclude.Include.NON_NULL) AuthJson auth) {}

    /** @param id the tenant's number */
    record TenantJson(
            long id,
            String name,
            String email,
            String status,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("updated_at") String updatedAt) {
        static TenantJson of(Tenant tenant) {
            return new TenantJson(
                    tenant.number(),
                    tenant.name().value(),
                    tenant.contactEmail().value(),
                    tenant.status().name().toLowerCase(Locale.ROOT),
                    Json.time(tenant.createdAt()),
                    Json.time(tenant.updatedAt()));
        }
    }

    /** @param expiresIn as {@code 1h}, {@code 15m} or {@code 90s} */
    record AuthJson(String accessToken, String tokenType, String expiresIn) {
        static AuthJson of(AccessClaims claims, String accessToken) {
            return new AuthJson(
                    accessToken, "Bearer", inWords(Duration.between(claims.issuedAt(), claims.expiresAt())));
        }

        private static String inWords(Duration lifetime) {
            long seconds = lifetime.toSeconds();
            if (seconds % 3600 == 0) {
                return seconds / 3600 + "h";
            }
            return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        }
    }
}
