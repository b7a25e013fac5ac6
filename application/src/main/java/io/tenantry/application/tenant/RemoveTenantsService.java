package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.RemoveTenants;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Looks across tenants for those that are to go; each goes in a transaction of its own. */
final class RemoveTenantsService implements RemoveTenants {

    /** Of each sort, at a time: a schema is dropped under locks that others feel. */
    private static final int PORTION = 100;

    private static final Logger LOG = System.getLogger(RemoveTenantsService.class.getName());

    private final Transactions transactions;
    private final Tenants tenants;
    private final TenantRemoval removal;
    private final Duration unverifiedTenants;
    private final InstantSource clock;

    RemoveTenantsService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.removal = new TenantRemoval(ports, clock, random);
        this.unverifiedTenants = policies.unverifiedTenants();
        this.clock = clock;
    }

    @Override
    public Removed remove() {
        Instant now = clock.instant();
        Instant before = now.minus(unverifiedTenants);
        List<Tenant> closed = transactions.outsideTenants(() -> tenants.holdRemovable(now, PORTION));
        List<Tenant> unverified = transactions.acrossTenants(() -> tenants.neverVerified(before, PORTION));
        List<TenantId> failed = new ArrayList<>();
        int removed = removeAll(closed, tenant -> removal.removeClosed(tenant, now), failed)
                + removeAll(unverified, tenant -> removal.removeUnverified(tenant, before), failed);
        return new Removed(removed, failed);
    }

    private int removeAll(List<Tenant> found, Predicate<TenantId> way, List<TenantId> failed) {
        Stream<TenantId> removed = found.stream().map(Tenant::id).filter(tenant -> remove(tenant, way, failed));
        return Math.toIntExact(removed.count());
    }

    /** Whatever hinders one must not keep the others. */
    private boolean remove(TenantId tenant, Predicate<TenantId> way, List<TenantId> failed) {
        try {
            return transactions.inTenant(tenant, () -> way.test(tenant));
        } catch (RuntimeException hindrance) {
            LOG.log(Logger.Level.ERROR, "tenant " + tenant + " could not be removed", hindrance);
            failed.add(tenant);
            return false;
        }
    }
}
