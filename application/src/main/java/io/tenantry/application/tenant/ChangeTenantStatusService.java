package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class ChangeTenantStatusService implements ChangeTenantStatus {

    private final Transactions transactions;
    private final Tenants tenants;
    private final AuditTrail trail;
    private final InstantSource clock;

    ChangeTenantStatusService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public Tenant change(Command command) {
        return transactions.acrossTenants(() -> changed(command));
    }

    private Tenant changed(Command command) {
        Tenant tenant = tenants.find(command.tenant()).orElseThrow(NotFound::new);
        if (tenant.status() == command.status()) {
            return tenant;
        }
        Tenant changed = tenant.withStatus(command.status(), clock.instant());
        tenants.update(changed);
        trail.doneBySystem(
                AuditAction.TENANT_STATUS_CHANGED,
                Optional.of(changed),
                Optional.empty(),
                Map.of("status", changed.status().name().toLowerCase(Locale.ROOT)));
        return changed;
    }
}
