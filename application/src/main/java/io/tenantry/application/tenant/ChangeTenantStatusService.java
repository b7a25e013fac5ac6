package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class ChangeTenantStatusService implements ChangeTenantStatus {

    private final Transactions transactions;
    private final Tenants tenants;
    private final Restoration restoration;
    private final AuditTrail trail;
    private final InstantSource clock;

    ChangeTenantStatusService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.restoration = new Restoration(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public Tenant change(Command command) {
        return transactions.acrossTenants(() -> changed(command));
    }

    private Tenant changed(Command command) {
        Tenant tenant = tenants.find(command.tenant())
                .flatMap(found -> tenants.hold(found.id()))
                .orElseThrow(NotFound::new);
        if (tenant.status() == command.status()) {
            return tenant;
        }
        return tenant.isClosed() && command.status() == TenantStatus.ACTIVE
                ? restored(tenant)
                : given(command.status(), tenant);
    }

    private Tenant restored(Tenant tenant) {
        Tenant restored = restoration.restore(tenant);
        trail.doneBySystem(AuditAction.TENANT_RESTORED, Optional.of(restored), Optional.empty(), Map.of());
        return restored;
    }

    private Tenant given(TenantStatus status, Tenant tenant) {
        Tenant changed = tenant.withStatus(status, clock.instant());
        tenants.update(changed);
        trail.doneBySystem(
                AuditAction.TENANT_STATUS_CHANGED,
                Optional.of(changed),
                Optional.empty(),
                Map.of("status", status.name().toLowerCase(Locale.ROOT)));
        return changed;
    }
}
