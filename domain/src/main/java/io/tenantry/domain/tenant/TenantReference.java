package io.tenantry.domain.tenant;

/** How a caller names a tenant: by id or by slug. */
public sealed interface TenantReference permits TenantId, Slug {}
