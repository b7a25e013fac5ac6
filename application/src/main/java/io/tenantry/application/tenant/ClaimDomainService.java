package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.DomainTaken;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.ClaimDomain;
import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.DomainClaims;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantDomain;
import io.tenantry.domain.tenant.TenantId;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** In the tenant's scope another's domains are out of sight: so nobody learns here who has what. */
final class ClaimDomainService implements ClaimDomain {

    private final Transactions transactions;
    private final TenantAccess access;
    private final Domains domains;
    private final DomainClaims claims;
    private final HostName baseDomain;
    private final DomainTrail trail;
    private final InstantSource clock;
    private final RandomGenerator random;

    ClaimDomainService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.domains = ports.domains();
        this.claims = ports.domainClaims();
        this.baseDomain = policies.baseDomain();
        this.trail = new DomainTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public TenantDomain claim(Command command) {
        return transactions.inTenant(command.tenant(), () -> {
            TenantMembership by = access.requireHeld(command.by(), command.tenant(), Permission.CHANGE_TENANT);
            requireFree(command.host());
            return TenantDomain.of(claims.find(command.tenant(), command.host()).orElseGet(() -> claimed(command, by)));
        });
    }

    private void requireFree(HostName host) {
        if (!host.isOfTheDns()
                || host.isWithin(baseDomain)
                || domains.find(host).isPresent()) {
            throw new DomainTaken();
        }
    }

    private DomainClaim claimed(Command command, TenantMembership by) {
        requireRoom(command.tenant());
        DomainClaim claim = claims.keep(DomainClaim.of(command.host(), command.tenant(), clock.instant(), random));
        trail.done(AuditAction.DOMAIN_CLAIMED, by, command.host(), command.device());
        return claim;
    }

    private void requireRoom(TenantId tenant) {
        if (domains.of(tenant).size() + claims.of(tenant).size() >= MOST) {
            throw new LimitReached();
        }
    }
}
