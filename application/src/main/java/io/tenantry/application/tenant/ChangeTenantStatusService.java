package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;

final class ChangeTenantStatusService implements ChangeTenantStatus {

    private final Transactions transactions;
    private final Tenants tenants;
    private final InstantSource clock;

    ChangeTenantStatusService(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
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
        return changed;
    }
}
