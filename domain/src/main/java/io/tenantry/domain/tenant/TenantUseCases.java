package io.tenantry.domain.tenant;

/** The use cases about tenants. */
public record TenantUseCases(
        RegisterTenant registerTenant,
        CreateTenant createTenant,
        ListOwnTenants listOwnTenants,
        ReadTenant readTenant,
        ChangeTenant changeTenant,
        CloseTenant closeTenant,
        CheckSlug checkSlug,
        ListDomains listDomains,
        ClaimDomain claimDomain,
        ConfirmDomain confirmDomain,
        RemoveDomain removeDomain,
        ChangeTenantStatus changeTenantStatus,
        ListTenants listTenants,
        RemoveTenants removeTenants) {}
