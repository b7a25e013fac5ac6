package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.PrimaryDomain;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.DomainClaims;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.RemoveDomain;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class RemoveDomainService implements RemoveDomain {

    private final Transactions transactions;
    private final TenantAccess access;
    private final Domains domains;
    private final DomainClaims claims;
    private final DomainTrail trail;

    RemoveDomainService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.domains = ports.domains();
        this.claims = ports.domainClaims();
        this.trail = new DomainTrail(ports, clock, random);
    }

    @Override
    public void remove(Command command) {
        transactions.inTenant(command.tenant(), () -> {
            TenantMembership by = access.require(command.by(), command.tenant(), Permission.CHANGE_TENANT);
            removed(command);
            trail.done(AuditAction.DOMAIN_REMOVED, by, command.host(), command.device());
            return by;
        });
    }

    private void removed(Command command) {
        if (domains.find(command.host()).filter(Domain::primary).isPresent()) {
            throw new PrimaryDomain();
        }
        if (!domains.remove(command.tenant(), command.host()) && !claims.remove(command.tenant(), command.host())) {
            throw new NotFound();
        }
    }
}
