package io.tenantry.domain.tenant;

import java.time.Instant;

/**
 * A host name under which a tenant is reached.
 *
 * @param primary the one that is shown; each tenant has exactly one
 */
public record Domain(HostName host, TenantId tenant, boolean primary, Instant createdAt) {}
