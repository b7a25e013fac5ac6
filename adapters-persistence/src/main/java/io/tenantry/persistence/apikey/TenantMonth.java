package io.tenantry.persistence.apikey;

import io.tenantry.domain.tenant.TenantId;
import java.time.YearMonth;

/** A month of a tenant's, in UTC. */
public record TenantMonth(TenantId tenant, YearMonth month) {}
