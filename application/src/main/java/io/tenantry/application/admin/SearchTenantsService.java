package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.admin.SearchTenants;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.port.Transactions;
import java.util.Map;

/** What was looked for is not noted: it may be somebody's name. */
final class SearchTenantsService implements SearchTenants {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final Directory directory;

    SearchTenantsService(DrivenPorts ports, OperatorAccess access) {
        this.transactions = ports.transactions();
        this.access = access;
        this.directory = ports.directory();
    }

    @Override
    public Page<TenantSummary> search(Command command) {
        access.require(command.by());
        return transactions.acrossTenants(() -> {
            access.looked(AuditAction.ADMIN_SEARCHED_TENANTS, command.by(), command.device(), Map.of());
            return directory.tenants(command.query(), command.status(), command.page());
        });
    }
}
