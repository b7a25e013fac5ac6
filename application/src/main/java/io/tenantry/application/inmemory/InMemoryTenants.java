package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.tenant.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

final class InMemoryTenants implements Tenants {

    private final InMemoryRows<TenantId, Tenant> rows;
    private final InMemoryRows<Slug, TenantId> bySlug;
    private final AtomicLong lastNumber = new AtomicLong();

    InMemoryTenants(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
        this.bySlug = new InMemoryRows<>(transactions);
    }

    @Override
    public Optional<Tenant> add(NewTenant tenant) {
        if (!bySlug.add(tenant.slug(), tenant.id())) {
            return Optional.empty();
        }
        Tenant added = tenant.numbered(lastNumber.incrementAndGet());
        rows.put(added.id(), added);
        return Optional.of(added);
    }

    @Override
    public Optional<Tenant> find(TenantReference reference) {
        return reference instanceof Slug slug ? bySlug.find(slug).flatMap(rows::find) : rows.find((TenantId) reference);
    }

    @Override
    public void update(Tenant tenant) {
        rows.find(tenant.id()).ifPresent(before -> rows.put(tenant.id(), tenant));
    }

    @Override
    public List<Tenant> listAfter(long number, int limit) {
        return rows.all()
                .filter(tenant -> tenant.number() > number)
                .limit(limit)
                .toList();
    }
}
