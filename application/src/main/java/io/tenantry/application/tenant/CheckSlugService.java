package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.CheckSlug;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.throttle.ThrottleKind;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class CheckSlugService implements CheckSlug {

    private final Transactions transactions;
    private final Tenants tenants;
    private final AttemptLimits limits;

    CheckSlugService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.limits = new AttemptLimits(ports, policies, clock, random);
    }

    @Override
    public boolean available(String slug, Device device) {
        limits.requireRequest(ThrottleKind.SLUG, device);
        return Slug.problemWith(slug).isEmpty() && isFree(new Slug(slug));
    }

    private boolean isFree(Slug slug) {
        return transactions.outsideTenants(() -> tenants.find(slug)).isEmpty();
    }
}
