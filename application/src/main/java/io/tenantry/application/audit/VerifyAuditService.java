package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.audit.VerifyAudit;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.tenant.Tenants;

final class VerifyAuditService implements VerifyAudit {

    private final Transactions transactions;
    private final Tenants tenants;
    private final AuditEvents events;

    VerifyAuditService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.events = ports.auditEvents();
    }

    @Override
    public AuditChain verify(TenantReference tenant) {
        Tenant found = transactions.outsideTenants(() -> tenants.find(tenant)).orElseThrow(NotFound::new);
        return transactions.inTenant(found.id(), events::verify);
    }
}
