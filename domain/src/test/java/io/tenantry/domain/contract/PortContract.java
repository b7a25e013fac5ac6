package io.tenantry.domain.contract;

import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.util.function.Supplier;

/**
 * What the contracts of all driven ports stand on. Every test makes users and tenants of its own, so that one storage may
 * serve a whole run.
 */
public abstract class PortContract {

    /** The implementation under test. May be the same at every call. */
    protected abstract DrivenPortsUnderTest ports();

    final <T> T outside(Supplier<T> work) {
        return ports().transactions().outsideTenants(work);
    }

    final <T> T across(Supplier<T> work) {
        return ports().transactions().acrossTenants(work);
    }

    final <T> T in(TenantId tenant, Supplier<T> work) {
        return ports().transactions().inTenant(tenant, work);
    }

    /** As {@link #outside(Supplier)}, for work without a result. */
    final void doOutside(Runnable work) {
        outside(() -> done(work));
    }

    /** As {@link #in(TenantId, Supplier)}, for work without a result. */
    final void doIn(TenantId tenant, Runnable work) {
        in(tenant, () -> done(work));
    }

    final User storedUser() {
        User user = UserFixture.aUser();
        doOutside(() -> ports().users().add(user));
        return user;
    }

    final Tenant storedTenant() {
        return outside(() -> ports().tenants().add(TenantFixture.aNewTenant())).orElseThrow();
    }

    final Membership storedOwner(Tenant tenant, User user) {
        return stored(MembershipFixture.owner(tenant.id(), user.id()));
    }

    final Membership stored(Membership membership) {
        doIn(membership.tenant(), () -> ports().memberships().add(membership));
        return membership;
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }
}
