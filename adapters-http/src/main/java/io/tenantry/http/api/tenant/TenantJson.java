package io.tenantry.http.api.tenant;

import io.tenantry.domain.tenant.Tenant;
import java.util.Locale;

/** A tenant as it stands beside a user. */
public record TenantJson(String id, long number, String name, String slug, String status) {
    public static TenantJson of(Tenant tenant) {
        return new TenantJson(
                tenant.id().toString(),
                tenant.number(),
                tenant.name().value(),
                tenant.slug().value(),
                tenant.status().name().toLowerCase(Locale.ROOT));
    }
}
