package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.tenant.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryTenants implements Tenants {

    private final InMemoryRows<TenantId, Tenant> rows;
    private final InMemoryRows<Slug, TenantId> bySlug;
    private final AtomicLong lastNumber = new AtomicLong();
    private final List<Consumer<TenantId>> whatIsTheirs = new ArrayList<>();
    private Predicate<TenantId> verified = tenant -> true;

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
    public List<Tenant> findAll(Set<TenantId> ids) {
        return ids.stream().map(rows::find).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Tenant> hold(TenantId id) {
        return rows.find(id);
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

    @Override
    public List<Tenant> holdRemovable(Instant now, int limit) {
        return rows.all()
                .filter(tenant -> tenant.removedAfter().filter(now::isAfter).isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Tenant> neverVerified(Instant createdBefore, int limit) {
        return rows.all()
                .filter(tenant -> tenant.isActive() && tenant.createdAt().isBefore(createdBefore))
                .filter(tenant -> !verified.test(tenant.id()))
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(TenantId id) {
        rows.take(id).ifPresent(tenant -> {
            bySlug.remove(tenant.slug());
            whatIsTheirs.forEach(erasing -> erasing.accept(id));
        });
    }

    Stream<Tenant> all() {
        return rows.all();
    }

    /** Something else that is to go when a tenant is removed. */
    void alsoErase(Consumer<TenantId> erasing) {
        whatIsTheirs.add(erasing);
    }

    /** Tells whether any member of a tenant has verified an address. */
    void lookForVerified(Predicate<TenantId> anyVerified) {
        verified = anyVerified;
    }
}
