package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.ListOwnTenants;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.util.List;

/** Looks across tenants, for in which of them the caller is a member is not known. */
final class ListOwnTenantsService implements ListOwnTenants {

    private final Transactions transactions;
    private final Users users;
    private final Memberships memberships;
    private final TenantReading reading;

    ListOwnTenantsService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.users = ports.users();
        this.memberships = ports.memberships();
        this.reading = new TenantReading(ports);
    }

    @Override
    public List<TenantDetails> list(Principal by) {
        return transactions.acrossTenants(() -> of(by.user()));
    }

    private List<TenantDetails> of(UserId caller) {
        User user = users.find(caller).orElseThrow(Unauthenticated::new);
        return memberships.of(user.id()).stream().map(reading::details).toList();
    }
}
