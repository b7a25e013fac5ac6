package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantDetails;

/** Tells of a tenant what its members see. Within a transaction that reaches it. */
final class TenantReading {

    private final Domains domains;

    TenantReading(DrivenPorts ports) {
        this.domains = ports.domains();
    }

    TenantDetails details(TenantMembership in) {
        return details(in.tenant(), in);
    }

    /** @param tenant as it is after a change */
    TenantDetails details(Tenant tenant, TenantMembership in) {
        return new TenantDetails(tenant, primaryOf(tenant).host(), in.role());
    }

    Domain primaryOf(Tenant tenant) {
        return domains.primaryOf(tenant.id())
                .orElseThrow(() -> new IllegalStateException("tenant " + tenant.id() + " has no primary domain"));
    }
}
