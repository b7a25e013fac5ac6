package io.tenantry.domain.tenant;

import io.tenantry.domain.user.EmailAddress;
import java.time.Instant;

/**
 * A company and its walled space.
 *
 * @param number 1, 2, 3 … in the order of registration, with gaps where a registration failed
 * @param contactEmail where the company is reached; at first its owner's
 */
public record Tenant(
        TenantId id,
        long number,
        TenantName name,
        Slug slug,
        EmailAddress contactEmail,
        TenantStatus status,
        Instant createdAt,
        Instant updatedAt) {

    public boolean isActive() {
        return status == TenantStatus.ACTIVE;
    }

    public SchemaName schema() {
        return slug.schema();
    }

    public Tenant withContactEmail(EmailAddress other, Instant now) {
        return new Tenant(id, number, name, slug, other, status, createdAt, now);
    }

    public Tenant withStatus(TenantStatus newStatus, Instant now) {
        return new Tenant(id, number, name, slug, contactEmail, newStatus, createdAt, now);
    }
}
