package io.tenantry.domain.tenant;

import io.tenantry.domain.user.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/** A tenant that is being registered: all of it but the number, which storing it gives. It starts active. */
public record NewTenant(TenantId id, TenantName name, Slug slug, EmailAddress contactEmail, Instant createdAt) {

    public Tenant numbered(long number) {
        return new Tenant(
                id,
                number,
                name,
                slug,
                contactEmail,
                TenantStatus.ACTIVE,
                false,
                Plan.FREE,
                Tenant.STANDARD_QUOTA,
                Optional.empty(),
                createdAt,
                createdAt);
    }

    public NewTenant withSlug(Slug other) {
        return new NewTenant(id, name, other, contactEmail, createdAt);
    }
}
