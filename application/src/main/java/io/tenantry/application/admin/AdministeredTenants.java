package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;

/** Tenants in the hands of an operator. Within a transaction in the tenant's scope. */
final class AdministeredTenants {

    private final Tenants tenants;
    private final Domains domains;
    private final Memberships memberships;

    AdministeredTenants(DrivenPorts ports) {
        this.tenants = ports.tenants();
        this.domains = ports.domains();
        this.memberships = ports.memberships();
    }

    /** @throws NotFound if there is none such */
    Tenant hold(TenantId tenant) {
        return tenants.hold(tenant).orElseThrow(NotFound::new);
    }

    TenantSummary summary(Tenant tenant) {
        Domain primary = domains.primaryOf(tenant.id())
                .orElseThrow(() -> new IllegalStateException("tenant " + tenant.id() + " has no primary domain"));
        return new TenantSummary(tenant, primary.host(), memberships.count(tenant.id()));
    }
}
