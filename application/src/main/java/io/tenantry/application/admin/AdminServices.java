package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.admin.AdminUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases of the installation's operators. */
public final class AdminServices {

    private AdminServices() {}

    /** @param random must be cryptographically strong */
    public static AdminUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        OperatorAccess access = new OperatorAccess(ports, clock, random);
        return new AdminUseCases(
                new SearchTenantsService(ports, access),
                new AdministerTenantService(ports, access, clock, random),
                new RestoreTenantService(ports, access, clock, random),
                new SearchUsersService(ports, access),
                new DisableUserService(ports, access, clock),
                new SendPasswordResetService(ports, access, clock, random),
                new EndUserSessionsService(ports, access, clock),
                new ReadInstallationAuditService(ports, access),
                new ReadStatisticsService(ports, policies, access, clock),
                new FoundTenantService(ports, policies, clock, random),
                new SearchApiKeysService(ports, access),
                new EndApiKeyService(ports, access, clock));
    }
}
