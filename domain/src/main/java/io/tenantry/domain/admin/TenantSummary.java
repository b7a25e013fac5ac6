package io.tenantry.domain.admin;

import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Tenant;

/**
 * A tenant as an operator sees it.
 *
 * @param domain its primary one
 * @param members how many there are
 */
public record TenantSummary(Tenant tenant, HostName domain, int members) {}
