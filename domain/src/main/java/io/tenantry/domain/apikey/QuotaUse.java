package io.tenantry.domain.apikey;

import io.tenantry.domain.tenant.TenantId;
import java.time.YearMonth;

/**
 * That a tenant came near the end of its quota.
 *
 * @param percent 80 or 100; the latter also if 80 are used and a request for more than the rest was refused
 */
public record QuotaUse(TenantId tenant, YearMonth month, int percent, long used) {}
