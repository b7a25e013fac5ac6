package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is counted together: the uses of a key on a day in UTC, as long as it has the same secret.
 *
 * @param since when that was handed out
 */
record Counted(ApiKeyId key, TenantId tenant, LocalDate day, Instant since) {

    static Counted of(ApiKey key, LocalDate day) {
        return new Counted(key.id(), key.tenant(), day, key.current().since());
    }

    TenantMonth tenantMonth() {
        return new TenantMonth(tenant, YearMonth.from(day));
    }
}
