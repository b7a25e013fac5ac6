package io.tenantry.domain.apikey;

import io.tenantry.domain.tenant.TenantId;
import java.time.YearMonth;

/**
 * That a tenant came near the end of its quota.
 *
 * @param percent 80 or 100; the latter also if less is used and a request for more was refused
 */
public record QuotaUse(TenantId tenant, YearMonth month, int percent, long used) {}
