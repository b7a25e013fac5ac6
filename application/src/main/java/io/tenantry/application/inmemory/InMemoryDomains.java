package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
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
        return of(tenant).stream().filter(Domain::primary).findFirst();
    }

    @Override
    public List<Domain> of(TenantId tenant) {
        return rows.all()
                .filter(domain -> domain.tenant().equals(tenant) && transactions.reaches(tenant))
                .sorted(Comparator.comparing(Domain::createdAt))
                .toList();
    }

    @Override
    public boolean remove(TenantId tenant, HostName host) {
        boolean removable = find(host)
                .filter(domain -> domain.tenant().equals(tenant) && !domain.primary())
                .isPresent();
        return removable && rows.remove(host);
    }

    void forget(TenantId tenant) {
        rows.removeFirst(Integer.MAX_VALUE, domain -> domain.tenant().equals(tenant));
    }
}
