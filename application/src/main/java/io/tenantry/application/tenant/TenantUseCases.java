package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.ListTenants;
import io.tenantry.domain.tenant.RegisterTenant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The use cases about tenants. */
public record TenantUseCases(
        RegisterTenant registerTenant, ChangeTenantStatus changeTenantStatus, ListTenants listTenants) {

    /** @param random must be cryptographically strong */
    public static TenantUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new TenantUseCases(
                new RegisterTenantService(ports, policies, clock, random),
                new ChangeTenantStatusService(ports, clock),
                new ListTenantsService(ports));
    }
}
