package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.DomainClaims;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryDomainClaims implements DomainClaims {

    private record Key(TenantId tenant, HostName host) {}

    private final InMemoryTransactions transactions;
    private final InMemoryRows<Key, DomainClaim> rows;

    InMemoryDomainClaims(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public DomainClaim keep(DomainClaim claim) {
        transactions.requireReach(claim.tenant());
        Key key = new Key(claim.tenant(), claim.host());
        rows.add(key, claim);
        return rows.find(key).orElseThrow();
    }

    @Override
    public Optional<DomainClaim> find(TenantId tenant, HostName host) {
        return rows.find(new Key(tenant, host)).filter(claim -> transactions.reaches(tenant));
    }

    @Override
    public List<DomainClaim> of(TenantId tenant) {
        return rows.all()
                .filter(claim -> claim.tenant().equals(tenant) && transactions.reaches(tenant))
                .sorted(Comparator.comparing(DomainClaim::createdAt))
                .toList();
    }

    @Override
    public boolean remove(TenantId tenant, HostName host) {
        return find(tenant, host).isPresent() && rows.remove(new Key(tenant, host));
    }

    void forget(TenantId tenant) {
        rows.removeFirst(Integer.MAX_VALUE, claim -> claim.tenant().equals(tenant));
    }
}
