package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.domain.admin.SearchApiKeys;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.port.Transactions;
import java.util.Map;

/** What was looked for is not noted: it may be a secret that was pasted whole. */
final class SearchApiKeysService implements SearchApiKeys {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final Directory directory;

    SearchApiKeysService(DrivenPorts ports, OperatorAccess access) {
        this.transactions = ports.transactions();
        this.access = access;
        this.directory = ports.directory();
    }

    @Override
    public Page<FoundApiKey> search(Command command) {
        access.require(command.by());
        return transactions.acrossTenants(() -> {
            access.looked(AuditAction.ADMIN_SEARCHED_API_KEYS, command.by(), command.device(), Map.of());
            return directory.apiKeys(command.query(), command.exact(), command.page());
        });
    }
}
