package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditLabels;
import io.tenantry.domain.admin.ReadInstallationAudit;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEntry;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Map;

/** Noted once it was read: the reading itself is on no page of its own. */
final class ReadInstallationAuditService implements ReadInstallationAudit {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final AuditEvents events;
    private final AuditLabels labels;

    ReadInstallationAuditService(DrivenPorts ports, OperatorAccess access) {
        this.transactions = ports.transactions();
        this.access = access;
        this.events = ports.auditEvents();
        this.labels = new AuditLabels(ports);
    }

    @Override
    public Page<AuditEntry> read(Principal by, AuditFilter filter, PageRequest page, Device device) {
        access.require(by);
        return transactions.outsideTenants(() -> {
            Page<AuditEntry> read = labels.label(events.page(filter, page));
            access.looked(AuditAction.ADMIN_READ_AUDIT, by, device, Map.of());
            return read;
        });
    }
}
