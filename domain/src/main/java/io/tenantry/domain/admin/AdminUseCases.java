package io.tenantry.domain.admin;

/** The use cases of the installation's operators. */
public record AdminUseCases(
        SearchTenants searchTenants,
        AdministerTenant administerTenant,
        RestoreTenant restoreTenant,
        SearchUsers searchUsers,
        DisableUser disableUser,
        SendPasswordReset sendPasswordReset,
        EndUserSessions endUserSessions,
        ReadInstallationAudit readInstallationAudit,
        ReadStatistics readStatistics,
        FoundTenant foundTenant,
        SearchApiKeys searchApiKeys,
        EndApiKey endApiKey) {}
