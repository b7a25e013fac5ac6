package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import java.util.Optional;

final class InMemoryDomains implements Domains {

    private final InMemoryTransactions transactions;
    private final InMemoryRows<HostName, Domain> rows;

    InMemoryDomains(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public boolean add(Domain domain) {
        transactions.requireReach(domain.tenant());
        return rows.add(domain.host(), domain);
    }

    @Override
    public Optional<Domain> find(HostName host) {
        return rows.find(host).filter(domain -> transactions.reaches(domain.tenant()));
    }

    @Override
    public Optional<Domain> primaryOf(TenantId tenant) {
        return rows.all()
                .filter(domain -> domain.primary() && domain.tenant().equals(tenant))
                .filter(domain -> transactions.reaches(tenant))
                .findFirst();
    }
}
