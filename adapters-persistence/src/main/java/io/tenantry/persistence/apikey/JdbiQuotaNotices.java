package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.QuotaNotices;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.YearMonth;

/** Notices in the table {@code tenant_usage}, beside what was used. */
public final class JdbiQuotaNotices implements QuotaNotices {

    private final Dao<TenantUsageDao> usage;

    public JdbiQuotaNotices(CurrentTransaction current) {
        this.usage = new Dao<>(current, TenantUsageDao.class);
    }

    @Override
    public boolean note(TenantId tenant, YearMonth month, int percent) {
        return usage.get(dao -> dao.notice(tenant, month.atDay(1), percent)) == 1;
    }

    @Override
    public void reset(TenantId tenant) {
        usage.run(dao -> dao.reset(tenant));
    }
}
