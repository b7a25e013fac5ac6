package io.tenantry.domain.tenant;

import io.tenantry.domain.membership.Role;

/**
 * A tenant as a member sees it.
 *
 * @param domain its primary one
 * @param role of the member who looks
 */
public record TenantDetails(Tenant tenant, HostName domain, Role role) {}
