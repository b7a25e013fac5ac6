package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.membership.ListMembers;
import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

final class ListMembersService implements ListMembers {

    private final Transactions transactions;
    private final TenantAccess access;
    private final Memberships memberships;

    ListMembersService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.memberships = ports.memberships();
    }

    @Override
    public Page<Member> list(TenantCaller by, TenantId tenant, PageRequest page) {
        return transactions.inTenant(tenant, () -> {
            access.require(by, tenant, Permission.SEE_MEMBERS);
            return memberships.page(tenant, page);
        });
    }
}
