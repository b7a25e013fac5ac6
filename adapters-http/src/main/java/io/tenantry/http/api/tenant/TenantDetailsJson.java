package io.tenantry.http.api.tenant;

import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.http.wire.Json;
import java.util.Locale;

/**
 * A tenant as its members see it.
 *
 * @param domain the primary one
 * @param role of who looks
 */
public record TenantDetailsJson(
        String id,
        long number,
        String name,
        String slug,
        String status,
        String contactEmail,
        String plan,
        long quotaLimit,
        String domain,
        boolean requireMfa,
        String createdAt,
        String updatedAt,
        String role) {
    public static TenantDetailsJson of(TenantDetails details) {
        Tenant tenant = details.tenant();
        return new TenantDetailsJson(
                tenant.id().toString(),
                tenant.number(),
                tenant.name().value(),
                tenant.slug().value(),
                tenant.status().name().toLowerCase(Locale.ROOT),
                tenant.contactEmail().value(),
                tenant.plan().value(),
                tenant.quotaLimit(),
                details.domain().value(),
                tenant.requireMfa(),
                Json.time(tenant.createdAt()),
                Json.time(tenant.updatedAt()),
                details.role().word());
    }
}
