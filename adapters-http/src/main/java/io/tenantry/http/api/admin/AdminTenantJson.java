package io.tenantry.http.api.admin;

import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.http.wire.Json;
import java.util.Locale;

/**
 * A tenant as an operator sees it.
 *
 * @param domain the primary one
 * @param members how many there are
 * @param removedAfter when it is removed, if its owner has closed it; else null
 */
record AdminTenantJson(
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
        int members,
        String removedAfter) {
    static AdminTenantJson of(TenantSummary summary) {
        Tenant tenant = summary.tenant();
        return new AdminTenantJson(
                tenant.id().toString(),
                tenant.number(),
                tenant.name().value(),
                tenant.slug().value(),
                tenant.status().name().toLowerCase(Locale.ROOT),
                tenant.contactEmail().value(),
                tenant.plan().value(),
                tenant.quotaLimit(),
                summary.domain().value(),
                tenant.requireMfa(),
                Json.time(tenant.createdAt()),
                Json.time(tenant.updatedAt()),
                summary.members(),
                tenant.removedAfter().map(Json::time).orElse(null));
    }
}
