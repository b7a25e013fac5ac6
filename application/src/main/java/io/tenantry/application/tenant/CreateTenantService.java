package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.tenant.TenantFoundation.Laid;
import io.tenantry.application.tenant.TenantFoundation.Wish;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.CreateTenant;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Only who reads their mail makes tenants: others could make as many as they can make up addresses. */
final class CreateTenantService implements CreateTenant {

    private final Transactions transactions;
    private final Signup signup;
    private final AttemptLimits limits;
    private final Reauthentication reauthentication;
    private final TenantFoundation foundation;
    private final AuditTrail trail;

    CreateTenantService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.signup = policies.signup();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.foundation = new TenantFoundation(ports, policies, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public TenantDetails create(Command command) {
        requireMayMakeTenants(command.by());
        User caller = transactions.outsideTenants(() -> verified(command.by()));
        limits.requireRequest(List.of(ThrottleKey.by(ThrottleKind.TENANT, caller.id())));
        Wish wish = new Wish(command.name(), command.slug(), caller.email());
        return foundation.found(wish, tenant -> created(tenant, command));
    }

    private void requireMayMakeTenants(Principal by) {
        if (!by.operator()) {
            signup.requireOpen();
        }
    }

    private User verified(Principal by) {
        User user = reauthentication.requireLive(by);
        if (!user.emailVerified()) {
            throw new EmailNotVerified();
        }
        return user;
    }

    /** The owner is held from here on, and so still there when the tenant is. */
    private TenantDetails created(NewTenant tenant, Command command) {
        User owner = verified(command.by());
        Laid laid = foundation.lay(tenant, owner);
        trail.doneToTenant(laid.tenant(), AuditAction.TENANT_CREATED, owner.id(), command.device(), Map.of());
        return new TenantDetails(laid.tenant(), laid.domain().host(), Role.OWNER);
    }
}
