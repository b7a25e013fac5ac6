package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.RecordOperation;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What was done with a tenant stands in its audit, and in the installation's: there it stays when the tenant is gone. */
final class RecordOperationService implements RecordOperation {

    private final Transactions transactions;
    private final Tenants tenants;
    private final AuditTrail trail;

    RecordOperationService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public void record(AuditAction action, Optional<TenantReference> tenant, Map<String, String> data) {
        transactions.outsideTenants(() -> {
            if (tenant.isPresent()) {
                note(action, tenants.find(tenant.get()).orElseThrow(NotFound::new), data);
            } else {
                trail.doneBySystem(action, Optional.empty(), Optional.empty(), data);
            }
            return action;
        });
    }

    private void note(AuditAction action, Tenant tenant, Map<String, String> data) {
        Target target = new Target(Target.Type.TENANT, tenant.id().toString());
        trail.doneBySystem(action, Optional.of(tenant), target, data);
        trail.doneBySystem(action, Optional.empty(), target, data);
    }
}
