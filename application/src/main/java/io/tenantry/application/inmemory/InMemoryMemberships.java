package io.tenantry.application.inmemory;

import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryMemberships implements Memberships {

    private record Key(TenantId tenant, UserId user) {}

    private final InMemoryTransactions transactions;
    private final Tenants tenants;
    private final InMemoryRows<Key, Membership> rows;

    InMemoryMemberships(InMemoryTransactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void add(Membership membership) {
        transactions.requireReach(membership.tenant());
        if (!rows.add(new Key(membership.tenant(), membership.user()), membership)) {
            throw new IllegalStateException("already a member");
        }
    }

    @Override
    public Optional<Membership> find(TenantId tenant, UserId user) {
        return rows.find(new Key(tenant, user)).filter(found -> transactions.reaches(tenant));
    }

    @Override
    public List<TenantMembership> of(UserId user) {
        return inReach()
                .filter(found -> found.user().equals(user))
                .map(this::withTenant)
                .toList();
    }

    @Override
    public List<Membership> withRole(TenantId tenant, Role role) {
        return inReach()
                .filter(found -> found.tenant().equals(tenant) && found.role() == role)
                .toList();
    }

    @Override
    public void used(TenantId tenant, UserId user, Instant at) {
        find(tenant, user)
                .ifPresent(found -> rows.put(
                        new Key(tenant, user),
                        new Membership(tenant, user, found.role(), found.joinedAt(), Optional.of(at))));
    }

    private Stream<Membership> inReach() {
        return rows.all()
                .filter(found -> transactions.reaches(found.tenant()))
                .sorted(Comparator.comparing(Membership::joinedAt));
    }

    private TenantMembership withTenant(Membership membership) {
        return new TenantMembership(tenants.find(membership.tenant()).orElseThrow(), membership);
    }

    @Override
    public List<TenantId> ownedAlone(UserId user) {
        return inReach()
                .filter(found -> found.user().equals(user) && found.role() == Role.OWNER)
                .map(Membership::tenant)
                .filter(tenant -> withRole(tenant, Role.OWNER).size() == 1)
                .toList();
    }

    void forget(UserId user) {
        rows.removeFirst(Integer.MAX_VALUE, found -> found.user().equals(user));
    }
}
