package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.tenant.TenantUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about tenants. */
public final class TenantServices {

    private TenantServices() {}

    /** @param random must be cryptographically strong */
    public static TenantUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new TenantUseCases(
                new RegisterTenantService(ports, policies, clock, random),
                new CreateTenantService(ports, policies, clock, random),
                new ListOwnTenantsService(ports),
                new ReadTenantService(ports),
                new ChangeTenantService(ports, clock, random),
                new CloseTenantService(ports, policies, clock, random),
                new CheckSlugService(ports, policies, clock, random),
                new ListDomainsService(ports),
                new ClaimDomainService(ports, policies, clock, random),
                new ConfirmDomainService(ports, policies, clock, random),
                new RemoveDomainService(ports, clock, random),
                new ChangeTenantStatusService(ports, clock, random),
                new ListTenantsService(ports),
                new RemoveTenantsService(ports, policies, clock, random));
    }
}
