package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.tenant.Restoration;
import io.tenantry.domain.admin.RestoreTenant;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

final class RestoreTenantService implements RestoreTenant {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final AdministeredTenants administered;
    private final Restoration restoration;

    RestoreTenantService(DrivenPorts ports, OperatorAccess access, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = access;
        this.administered = new AdministeredTenants(ports);
        this.restoration = new Restoration(ports, clock, random);
    }

    @Override
    public TenantSummary restore(Principal by, TenantId tenant, Device device) {
        access.require(by);
        return transactions.inTenant(tenant, () -> {
            Tenant restored = restoration.restore(administered.hold(tenant));
            access.did(AuditAction.TENANT_RESTORED, by, restored, device, Map.of());
            return administered.summary(restored);
        });
    }
}
