package io.tenantry.domain.tenant;

/** The use cases about tenants. */
public record TenantUseCases(
        RegisterTenant registerTenant, ChangeTenantStatus changeTenantStatus, ListTenants listTenants) {}
