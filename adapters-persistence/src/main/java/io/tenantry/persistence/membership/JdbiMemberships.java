package io.tenantry.persistence.membership;

import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Memberships in the table {@code membership}. */
public final class JdbiMemberships implements Memberships {

    private final CurrentTransaction current;
    private final Dao<MembershipDao> memberships;

    public JdbiMemberships(CurrentTransaction current) {
        this.current = current;
        this.memberships = new Dao<>(current, MembershipDao.class);
    }

    @Override
    public boolean add(Membership membership) {
        current.changes(Change.of(membership.user()));
        memberships.run(dao -> dao.insert(membership));
        return true;
    }

    @Override
    public Optional<Membership> find(TenantId tenant, UserId user) {
        return memberships.get(dao -> dao.find(tenant, user));
    }

    @Override
    public List<TenantMembership> of(UserId user) {
        return memberships.get(dao -> dao.of(user));
    }

    @Override
    public List<Membership> withRole(TenantId tenant, Role role) {
        return memberships.get(dao -> dao.withRole(tenant, role));
    }

    @Override
    public List<TenantId> ownedAlone(UserId user) {
        return memberships.get(dao -> dao.ownedAlone(user)).stream()
                .map(TenantId::new)
                .toList();
    }

    @Override
    public void used(TenantId tenant, UserId user, Instant at) {
        memberships.run(dao -> dao.used(tenant, user, at));
    }

    @Override
    public Page<Member> page(TenantId tenant, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void hold(TenantId tenant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void update(Membership membership) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(TenantId tenant, UserId user) {
        throw new UnsupportedOperationException();
    }
}
