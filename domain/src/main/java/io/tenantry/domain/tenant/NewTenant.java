package io.tenantry.domain.tenant;

import io.tenantry.domain.user.EmailAddress;
import java.time.Instant;

/** A tenant that is being registered: all of it but the number, which storing it gives. It starts active. */
public record NewTenant(TenantId id, TenantName name, Slug slug, EmailAddress contactEmail, Instant createdAt) {

    public Tenant numbered(long number) {
        return new Tenant(id, number, name, slug, contactEmail, TenantStatus.ACTIVE, createdAt, createdAt);
    }

    public NewTenant withSlug(Slug other) {
        return new NewTenant(id, name, other, contactEmail, createdAt);
    }
}
