package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.TenantId;
import java.time.YearMonth;

/** Who was told that a quota comes to its end, so that they are told of each quota once in a month. Belong to their tenant. */
@DrivenPort
public interface QuotaNotices {

    /** False if it was noted already for that month, or a higher percentage was. */
    boolean note(TenantId tenant, YearMonth month, int percent);

    /** Notes of the tenant are made anew, as for a larger quota. */
    void reset(TenantId tenant);
}
