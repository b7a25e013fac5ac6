package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.session.SessionOpening;
import io.tenantry.application.user.UserAdmission;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.RegisterTenant.Command;
import io.tenantry.domain.tenant.RegisterTenant.Registered;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** All that a new tenant consists of. */
final class TenantFoundation {

    private final Tenants tenants;
    private final Domains domains;
    private final TenantSchemas schemas;
    private final Memberships memberships;
    private final UserAdmission admission;
    private final SessionOpening opening;
    private final AuditTrail trail;
    private final EmailVerification verification;
    private final HostName baseDomain;

    TenantFoundation(
            DrivenPorts ports,
            Policies policies,
            UserAdmission admission,
            InstantSource clock,
            RandomGenerator random) {
        this.tenants = ports.tenants();
        this.domains = ports.domains();
        this.schemas = ports.tenantSchemas();
        this.memberships = ports.memberships();
        this.admission = admission;
        this.opening = new SessionOpening(ports, policies, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.verification = policies.emailVerification();
        this.baseDomain = policies.baseDomain();
    }

    /**
     * Stores the tenant and its owner, within a transaction in the tenant's scope. The user comes first: of registrations
     * that race for address and slug, each waits for the one before it in the same order.
     *
     * @throws EmailTaken if a user has the owner's address
     * @throws SlugTaken if another tenant has the slug, or the host name that is made from it
     */
    Registered lay(NewTenant newTenant, User owner, SealedPassword password, Command command) {
        admission.store(owner, password, command.device());
        Tenant tenant = tenants.add(newTenant).orElseThrow(SlugTaken::new);
        Domain domain = addDomain(tenant);
        TenantMembership ownership = addOwner(tenant, owner);
        schemas.create(tenant.id(), tenant.schema());
        trail.doneIn(tenant, AuditAction.TENANT_REGISTERED, owner.id(), command.device(), Map.of());
        return new Registered(tenant, domain, owner, signIn(owner, ownership, command));
    }

    private Domain addDomain(Tenant tenant) {
        Domain domain = new Domain(tenant.slug().under(baseDomain), tenant.id(), true, tenant.createdAt());
        if (!domains.add(domain)) {
            throw new SlugTaken();
        }
        return domain;
    }

    private TenantMembership addOwner(Tenant tenant, User owner) {
        Membership membership =
                new Membership(tenant.id(), owner.id(), Role.OWNER, tenant.createdAt(), Optional.empty());
        memberships.add(membership);
        return new TenantMembership(tenant, membership);
    }

    private Optional<SignedIn> signIn(User owner, TenantMembership ownership, Command command) {
        return command.signIn()
                .filter(kind -> !verification.refuses(owner))
                .map(kind -> new SessionOpening.Terms(kind, false, false, command.device(), "registration"))
                .map(terms -> opening.open(owner, Optional.of(ownership), terms));
    }
}
