package io.tenantry.application.inmemory;

import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryMemberships implements Memberships {

    private record Key(TenantId tenant, UserId user) {}

    private final InMemoryTransactions transactions;
    private final Tenants tenants;
    private final Users users;
    private final InMemoryRows<Key, Membership> rows;

    InMemoryMemberships(InMemoryTransactions transactions, Tenants tenants, Users users) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.users = users;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public boolean add(Membership membership) {
        transactions.requireReach(membership.tenant());
        return rows.add(new Key(membership.tenant(), membership.user()), membership);
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
    public Page<Member> page(TenantId tenant, PageRequest request) {
        return InMemoryPages.ascending(
                        inReach().filter(found -> found.tenant().equals(tenant)),
                        request,
                        found -> new Cursor(found.joinedAt(), found.user().value()))
                .map(found -> new Member(users.find(found.user()).orElseThrow(), found));
    }

    /** One transaction at a time: nothing is to be held. */
    @Override
    public void hold(TenantId tenant) {
        transactions.requireReach(tenant);
    }

    @Override
    public void update(Membership membership) {
        transactions.requireReach(membership.tenant());
        Key key = new Key(membership.tenant(), membership.user());
        rows.find(key).ifPresent(before -> {
            rows.put(key, before.as(membership.role()));
            requireOwner(before);
        });
    }

    @Override
    public boolean remove(TenantId tenant, UserId user) {
        Optional<Membership> before = find(tenant, user);
        before.ifPresent(found -> {
            rows.remove(new Key(tenant, user));
            requireOwner(found);
        });
        return before.isPresent();
    }

    @Override
    public void used(TenantId tenant, UserId user, Instant at) {
        find(tenant, user)
                .ifPresent(found -> rows.put(
                        new Key(tenant, user),
                        new Membership(tenant, user, found.role(), found.joinedAt(), Optional.of(at))));
    }

    @Override
    public List<TenantId> ownedAlone(UserId user) {
        return inReach()
                .filter(found -> found.user().equals(user) && found.role() == Role.OWNER)
                .map(Membership::tenant)
                .filter(tenant -> !tenants.find(tenant).orElseThrow().isClosed())
                .filter(tenant -> withRole(tenant, Role.OWNER).size() == 1)
                .toList();
    }

    @Override
    public int count(TenantId tenant) {
        return (int) inReach().filter(found -> found.tenant().equals(tenant)).count();
    }

    boolean anyVerified(TenantId tenant) {
        return inReach()
                .filter(found -> found.tenant().equals(tenant))
                .flatMap(found -> users.find(found.user()).stream())
                .anyMatch(User::emailVerified);
    }

    void forget(UserId user) {
        List<Membership> theirs =
                rows.all().filter(found -> found.user().equals(user)).toList();
        theirs.forEach(found -> rows.remove(new Key(found.tenant(), user)));
        theirs.stream()
                .filter(found -> !tenants.find(found.tenant()).orElseThrow().isClosed())
                .forEach(this::requireOwner);
    }

    void forget(TenantId tenant) {
        rows.removeFirst(Integer.MAX_VALUE, found -> found.tenant().equals(tenant));
    }

    private void requireOwner(Membership before) {
        if (before.role() == Role.OWNER && withRole(before.tenant(), Role.OWNER).isEmpty()) {
            throw new LastOwner();
        }
    }

    private Stream<Membership> inReach() {
        return rows.all()
                .filter(found -> transactions.reaches(found.tenant()))
                .sorted(Comparator.comparing(Membership::joinedAt));
    }

    private TenantMembership withTenant(Membership membership) {
        return new TenantMembership(tenants.find(membership.tenant()).orElseThrow(), membership);
    }
}
