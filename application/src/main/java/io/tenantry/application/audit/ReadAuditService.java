package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.audit.AuditEntry;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.audit.ReadAudit;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

final class ReadAuditService implements ReadAudit {

    private final Transactions transactions;
    private final TenantAccess access;
    private final AuditEvents events;
    private final AuditLabels labels;

    ReadAuditService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.events = ports.auditEvents();
        this.labels = new AuditLabels(ports);
    }

    @Override
    public Page<AuditEntry> read(TenantCaller by, TenantId tenant, AuditFilter filter, PageRequest page) {
        return transactions.inTenant(tenant, () -> {
            access.require(by, tenant, Permission.READ_AUDIT);
            return labels.label(events.page(filter, page));
        });
    }
}
