package io.tenantry.persistence.tenant;

import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tenants in the table {@code tenant}. */
public final class JdbiTenants implements Tenants {

    private final CurrentTransaction current;
    private final Dao<TenantDao> tenants;

    public JdbiTenants(CurrentTransaction current) {
        this.current = current;
        this.tenants = new Dao<>(current, TenantDao.class);
    }

    @Override
    public Optional<Tenant> add(NewTenant tenant) {
        return tenants.get(dao -> dao.insert(tenant, tenant.slug().schema())).map(tenant::numbered);
    }

    @Override
    public Optional<Tenant> find(TenantReference reference) {
        if (reference instanceof TenantId id) {
            return tenants.get(dao -> dao.find(id));
        }
        return tenants.get(dao -> dao.find((Slug) reference));
    }

    @Override
    public List<Tenant> findAll(Set<TenantId> ids) {
        return tenants.get(
                dao -> dao.findAll(ids.stream().map(TenantId::toString).toList()));
    }

    @Override
    public void update(Tenant tenant) {
        current.changes(Change.of(tenant.id()));
        tenants.run(dao -> dao.update(tenant));
    }

    @Override
    public List<Tenant> listAfter(long number, int limit) {
        return tenants.get(dao -> dao.listAfter(number, limit));
    }

    @Override
    public Optional<Tenant> hold(TenantId id) {
        return tenants.get(dao -> dao.hold(id));
    }

    @Override
    public List<Tenant> holdRemovable(Instant now, int limit) {
        return tenants.get(dao -> dao.holdRemovable(now, limit));
    }

    @Override
    public List<Tenant> neverVerified(Instant createdBefore, int limit) {
        return tenants.get(dao -> dao.neverVerified(createdBefore, limit));
    }

    @Override
    public void remove(TenantId id) {
        current.changes(Change.of(id));
        tenants.run(dao -> remove(dao, id));
    }

    private static void remove(TenantDao dao, TenantId id) {
        dao.disown(id);
        dao.removeInvitations(id);
        dao.removeMemberships(id);
        dao.removeDomainClaims(id);
        dao.removeWebhooks(id);
        dao.removeDomains(id);
        dao.remove(id);
    }
}
