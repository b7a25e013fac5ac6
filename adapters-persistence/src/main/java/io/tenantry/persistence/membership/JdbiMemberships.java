package io.tenantry.persistence.membership;

import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.mapping.PageStart;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Memberships in the table {@code membership}. The tenant's row names one of its owners, and a foreign key forbids that this one be
 * removed or demoted. So it is made to name another first, under the tenant's lock, which everybody takes before they touch a membership.
 */
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
        return memberships.get(dao -> add(dao, membership));
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
        return memberships.get(dao -> ownedAlone(dao, user)).stream()
                .map(TenantId::new)
                .toList();
    }

    @Override
    public void used(TenantId tenant, UserId user, Instant at) {
        memberships.run(dao -> dao.used(tenant, user, at));
    }

    @Override
    public int count(TenantId tenant) {
        return memberships.get(dao -> dao.count(tenant));
    }

    @Override
    public Page<Member> page(TenantId tenant, PageRequest request) {
        List<Member> found = memberships.get(dao -> dao.page(tenant, PageStart.ascending(request)));
        return Page.of(
                found,
                request,
                shown -> new Cursor(
                        shown.membership().joinedAt(), shown.user().id().value()));
    }

    @Override
    public void hold(TenantId tenant) {
        memberships.run(dao -> dao.hold(tenant));
    }

    @Override
    public void update(Membership membership) {
        current.changes(Change.of(membership.user()));
        memberships.run(dao -> update(dao, membership));
    }

    @Override
    public boolean remove(TenantId tenant, UserId user) {
        current.changes(Change.of(user));
        return memberships.get(dao -> remove(dao, tenant, user));
    }

    private static boolean add(MembershipDao dao, Membership membership) {
        if (membership.role() != Role.OWNER) {
            return dao.insert(membership).isPresent();
        }
        dao.hold(membership.tenant());
        boolean added = dao.insert(membership).isPresent();
        dao.nameOwner(membership.tenant());
        return added;
    }

    private static void update(MembershipDao dao, Membership membership) {
        dao.hold(membership.tenant());
        if (membership.role() != Role.OWNER) {
            dao.handOver(membership.tenant(), membership.user());
        }
        dao.update(membership);
        dao.nameOwner(membership.tenant());
    }

    private static boolean remove(MembershipDao dao, TenantId tenant, UserId user) {
        dao.hold(tenant);
        dao.handOver(tenant, user);
        return dao.delete(tenant, user).isPresent();
    }

    private static List<UUID> ownedAlone(MembershipDao dao, UserId user) {
        dao.holdOwned(user);
        return dao.ownedAlone(user);
    }
}
