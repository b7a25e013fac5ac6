package io.tenantry.http.api.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.http.api.apikey.ApiKeyJson;
import java.time.Instant;

/** A key as an operator sees it: with the tenant whose it is. */
record AdminApiKeyJson(@JsonUnwrapped ApiKeyJson key, OwnerJson tenant) {
    static AdminApiKeyJson of(FoundApiKey found, Instant now) {
        return new AdminApiKeyJson(ApiKeyJson.of(found.details(), now), OwnerJson.of(found.tenant()));
    }

    /** Whose it is. */
    record OwnerJson(String id, long number, String name, String slug) {
        static OwnerJson of(Tenant tenant) {
            return new OwnerJson(
                    tenant.id().toString(),
                    tenant.number(),
                    tenant.name().value(),
                    tenant.slug().value());
        }
    }
}
