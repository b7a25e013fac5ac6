package io.tenantry.domain.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * A host name of a tenant's, confirmed or claimed.
 *
 * @param claim what must be shown, while it is not confirmed
 */
public record TenantDomain(HostName host, boolean primary, Optional<DomainClaim> claim, Instant createdAt) {

    public static TenantDomain of(Domain domain) {
        return new TenantDomain(domain.host(), domain.primary(), Optional.empty(), domain.createdAt());
    }

    public static TenantDomain of(DomainClaim claim) {
        return new TenantDomain(claim.host(), false, Optional.of(claim), claim.createdAt());
    }

    public boolean verified() {
        return claim.isEmpty();
    }
}
