package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.session.SessionOpening;
import io.tenantry.application.tenant.TenantFoundation.Laid;
import io.tenantry.application.user.UserAdmission;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RegisterTenantService implements RegisterTenant {

    private final Signup signup;
    private final UserAdmission admission;
    private final TenantFoundation foundation;
    private final SessionOpening opening;
    private final EmailVerification verification;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final RandomGenerator random;

    RegisterTenantService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.signup = policies.signup();
        this.admission = new UserAdmission(ports, policies, clock, random);
        this.foundation = new TenantFoundation(ports, policies, clock, random);
        this.opening = new SessionOpening(ports, policies, clock, random);
        this.verification = policies.emailVerification();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Registered register(Command command) {
        signup.requireOpen();
        SealedPassword password =
                admission.admit(command.email(), command.password(), Optional.of(command.name()), command.device());
        User owner = owner(command, clock.instant());
        TenantFoundation.Wish wish = new TenantFoundation.Wish(command.name(), command.slug(), command.email());
        return foundation.found(wish, tenant -> registered(tenant, owner, password, command));
    }

    private Registered registered(NewTenant tenant, User owner, SealedPassword password, Command command) {
        admission.store(owner, password, command.device());
        Laid laid = foundation.lay(tenant, owner);
        trail.doneToTenant(laid.tenant(), AuditAction.TENANT_REGISTERED, owner.id(), command.device(), Map.of());
        return new Registered(laid.tenant(), laid.domain(), owner, signIn(owner, laid.ownership(), command));
    }

    private Optional<SignedIn> signIn(User owner, TenantMembership ownership, Command command) {
        return command.signIn()
                .filter(kind -> !verification.refuses(owner))
                .map(kind -> new SessionOpening.Terms(kind, false, false, command.device(), "registration"))
                .map(terms -> opening.open(owner, Optional.of(ownership), terms));
    }

    private User owner(Command command, Instant now) {
        UserId id = UserId.next(now, random);
        return new User(id, command.email(), command.owner(), Optional.empty(), false, false, now, now);
    }
}
