package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.DomainClaims;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.ListDomains;
import io.tenantry.domain.tenant.TenantDomain;
import io.tenantry.domain.tenant.TenantId;
import java.util.List;
import java.util.stream.Stream;

final class ListDomainsService implements ListDomains {

    private final Transactions transactions;
    private final TenantAccess access;
    private final Domains domains;
    private final DomainClaims claims;

    ListDomainsService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.domains = ports.domains();
        this.claims = ports.domainClaims();
    }

    @Override
    public List<TenantDomain> list(Principal by, TenantId tenant) {
        return transactions.inTenant(tenant, () -> {
            access.require(by, tenant, Permission.SEE_TENANT);
            return of(tenant);
        });
    }

    private List<TenantDomain> of(TenantId tenant) {
        return Stream.concat(
                        domains.of(tenant).stream().map(TenantDomain::of),
                        claims.of(tenant).stream().map(TenantDomain::of))
                .toList();
    }
}
