package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.DomainTaken;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TxtRecordMissing;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.ConfirmDomain;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.DomainClaims;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.TenantDomain;
import io.tenantry.domain.tenant.TxtRecords;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.ThrottleKind;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The DNS is slow: it is asked between two transactions, of which the second looks at everything again. */
final class ConfirmDomainService implements ConfirmDomain {

    private final Transactions transactions;
    private final TenantAccess access;
    private final Domains domains;
    private final DomainClaims claims;
    private final TxtRecords txtRecords;
    private final AttemptLimits limits;
    private final DomainTrail trail;
    private final InstantSource clock;

    ConfirmDomainService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.domains = ports.domains();
        this.claims = ports.domainClaims();
        this.txtRecords = ports.txtRecords();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.trail = new DomainTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public TenantDomain confirm(Command command) {
        TenantDomain asked = transactions.inTenant(command.tenant(), () -> asked(command));
        asked.claim().ifPresent(this::requireShown);
        return asked.verified() ? asked : transactions.inTenant(command.tenant(), () -> confirmed(command, asked));
    }

    private TenantDomain asked(Command command) {
        access.require(command.by(), command.tenant(), Permission.CHANGE_TENANT);
        return own(command)
                .or(() -> claims.find(command.tenant(), command.host()).map(TenantDomain::of))
                .orElseThrow(NotFound::new);
    }

    private Optional<TenantDomain> own(Command command) {
        return domains.find(command.host()).map(TenantDomain::of);
    }

    private void requireShown(DomainClaim claim) {
        limits.requireRequest(List.of(ThrottleKey.of(ThrottleKind.DOMAIN, claim.tenant())));
        if (!claim.isShownBy(txtRecords.of(claim.recordName()))) {
            throw new TxtRecordMissing();
        }
    }

    /** The claim may have been given up meanwhile, or confirmed by another look at the same time. */
    private TenantDomain confirmed(Command command, TenantDomain asked) {
        TenantMembership by = access.requireHeld(command.by(), command.tenant(), Permission.CHANGE_TENANT);
        TenantDomain now = asked(command);
        if (now.verified()) {
            return now;
        }
        if (!now.equals(asked)) {
            throw new NotFound();
        }
        return TenantDomain.of(taken(command, by));
    }

    private Domain taken(Command command, TenantMembership by) {
        Domain domain = new Domain(command.host(), command.tenant(), false, clock.instant());
        if (!domains.add(domain)) {
            throw new DomainTaken();
        }
        claims.remove(command.tenant(), command.host());
        trail.done(AuditAction.DOMAIN_CONFIRMED, by, command.host(), command.device());
        return domain;
    }
}
