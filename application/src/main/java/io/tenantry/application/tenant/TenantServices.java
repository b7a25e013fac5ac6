package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.CheckSlug;
import io.tenantry.domain.tenant.ClaimDomain;
import io.tenantry.domain.tenant.CloseTenant;
import io.tenantry.domain.tenant.ConfirmDomain;
import io.tenantry.domain.tenant.CreateTenant;
import io.tenantry.domain.tenant.ListDomains;
import io.tenantry.domain.tenant.ListOwnTenants;
import io.tenantry.domain.tenant.ReadTenant;
import io.tenantry.domain.tenant.RemoveDomain;
import io.tenantry.domain.tenant.RemoveTenants;
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
                Later.port(CreateTenant.class),
                Later.port(ListOwnTenants.class),
                Later.port(ReadTenant.class),
                Later.port(ChangeTenant.class),
                Later.port(CloseTenant.class),
                Later.port(CheckSlug.class),
                Later.port(ListDomains.class),
                Later.port(ClaimDomain.class),
                Later.port(ConfirmDomain.class),
                Later.port(RemoveDomain.class),
                new ChangeTenantStatusService(ports, clock, random),
                new ListTenantsService(ports),
                Later.port(RemoveTenants.class));
    }
}
