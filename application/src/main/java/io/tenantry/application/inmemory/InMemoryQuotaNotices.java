package io.tenantry.application.inmemory;

import io.tenantry.domain.apikey.QuotaNotices;
import io.tenantry.domain.tenant.TenantId;
import java.time.YearMonth;

final class InMemoryQuotaNotices implements QuotaNotices {

    private record MonthOf(TenantId tenant, YearMonth month) {}

    private record Notice(TenantId tenant, int percent) {}

    private final InMemoryTransactions transactions;
    private final InMemoryRows<MonthOf, Notice> rows;

    InMemoryQuotaNotices(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public boolean note(TenantId tenant, YearMonth month, int percent) {
        transactions.requireReach(tenant);
        MonthOf of = new MonthOf(tenant, month);
        if (rows.find(of).filter(before -> before.percent() >= percent).isPresent()) {
            return false;
        }
        rows.put(of, new Notice(tenant, percent));
        return true;
    }

    @Override
    public void reset(TenantId tenant) {
        if (transactions.reaches(tenant)) {
            forget(tenant);
        }
    }

    void forget(TenantId tenant) {
        rows.removeFirst(Integer.MAX_VALUE, notice -> notice.tenant().equals(tenant));
    }
}
