package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.mail.TenantNotices;
import io.tenantry.domain.failure.NotRestorable;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Opens tenants again that their owners have closed. Within a transaction that reaches the tenant. */
public final class Restoration {

    private final Tenants tenants;
    private final Memberships memberships;
    private final TenantNotices notices;
    private final InstantSource clock;

    public Restoration(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.tenants = ports.tenants();
        this.memberships = ports.memberships();
        this.notices = new TenantNotices(ports, clock, random);
        this.clock = clock;
    }

    /**
     * Restores it, and tells its owners. What is noted in the audit is the caller's.
     *
     * @param closed as it is now, and held
     * @throws NotRestorable if it was not closed, or its last owner has deleted their account meanwhile
     */
    public Tenant restore(Tenant closed) {
        if (!closed.isClosed() || memberships.withRole(closed.id(), Role.OWNER).isEmpty()) {
            throw new NotRestorable();
        }
        Tenant restored = closed.withStatus(TenantStatus.ACTIVE, clock.instant());
        tenants.update(restored);
        notices.restored(restored);
        return restored;
    }
}
