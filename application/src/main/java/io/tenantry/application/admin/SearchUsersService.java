package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.admin.SearchUsers;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import java.util.Map;

/** What was looked for is not noted: it may be somebody's name. */
final class SearchUsersService implements SearchUsers {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final Directory directory;

    SearchUsersService(DrivenPorts ports, OperatorAccess access) {
        this.transactions = ports.transactions();
        this.access = access;
        this.directory = ports.directory();
    }

    @Override
    public Page<User> search(Command command) {
        access.require(command.by());
        return transactions.acrossTenants(() -> {
            access.looked(AuditAction.ADMIN_SEARCHED_USERS, command.by(), command.device(), Map.of());
            return directory.users(command.query(), command.page());
        });
    }
}
