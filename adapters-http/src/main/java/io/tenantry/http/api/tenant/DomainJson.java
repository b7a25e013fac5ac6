package io.tenantry.http.api.tenant;

import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.TenantDomain;

/**
 * A host name of a tenant's.
 *
 * @param status {@code pending} until the DNS shows that it is theirs, then {@code verified}
 * @param txtRecord what the DNS must show; null when it has
 */
record DomainJson(String host, boolean primary, String status, TxtRecordJson txtRecord) {
    static DomainJson of(TenantDomain domain) {
        return new DomainJson(
                domain.host().value(),
                domain.primary(),
                domain.verified() ? "verified" : "pending",
                domain.claim().map(TxtRecordJson::of).orElse(null));
    }

    record TxtRecordJson(String name, String value) {
        static TxtRecordJson of(DomainClaim claim) {
            return new TxtRecordJson(claim.recordName(), claim.recordText());
        }
    }
}
