package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.ListTenants;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.util.List;
import java.util.Optional;

final class ListTenantsService implements ListTenants {

    private final Transactions transactions;
    private final Tenants tenants;
    private final TenantReading reading;
    private final Memberships memberships;
    private final Users users;

    ListTenantsService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.reading = new TenantReading(ports);
        this.memberships = ports.memberships();
        this.users = ports.users();
    }

    @Override
    public List<Listed> list(Query query) {
        return transactions.acrossTenants(() -> tenants.listAfter(query.after(), query.limit()).stream()
                .map(this::listed)
                .toList());
    }

    private Listed listed(Tenant tenant) {
        return new Listed(tenant, reading.primaryOf(tenant), owners(tenant.id()));
    }

    private List<EmailAddress> owners(TenantId tenant) {
        return memberships.withRole(tenant, Role.OWNER).stream()
                .map(Membership::user)
                .map(users::find)
                .flatMap(Optional::stream)
                .map(User::email)
                .toList();
    }
}
