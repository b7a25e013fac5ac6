package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.admin.AdministerTenant;
import io.tenantry.domain.admin.DisableUser;
import io.tenantry.domain.admin.EndUserSessions;
import io.tenantry.domain.admin.FoundTenant;
import io.tenantry.domain.admin.ReadInstallationAudit;
import io.tenantry.domain.admin.ReadStatistics;
import io.tenantry.domain.admin.RestoreTenant;
import io.tenantry.domain.admin.SearchTenants;
import io.tenantry.domain.admin.SearchUsers;
import io.tenantry.domain.admin.SendPasswordReset;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases of the installation's operators. */
public final class AdminServices {

    private AdminServices() {}

    /** @param random must be cryptographically strong */
    public static AdminUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new AdminUseCases(
                Later.port(SearchTenants.class),
                Later.port(AdministerTenant.class),
                Later.port(RestoreTenant.class),
                Later.port(SearchUsers.class),
                Later.port(DisableUser.class),
                Later.port(SendPasswordReset.class),
                Later.port(EndUserSessions.class),
                Later.port(ReadInstallationAudit.class),
                Later.port(ReadStatistics.class),
                Later.port(FoundTenant.class));
    }
}
