package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.TokenMails;
import io.tenantry.application.tenant.TenantFoundation;
import io.tenantry.application.tenant.TenantFoundation.Laid;
import io.tenantry.application.user.FirstProfile;
import io.tenantry.application.user.HeldUsers;
import io.tenantry.domain.admin.FoundTenant;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** An owner without an account gets one without a password: the mail by which they set it shows the address to be theirs. */
final class FoundTenantService implements FoundTenant {

    private final TenantFoundation foundation;
    private final HeldUsers held;
    private final Users users;
    private final FirstProfile profile;
    private final TokenMails mails;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final RandomGenerator random;

    FoundTenantService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.foundation = new TenantFoundation(ports, policies, clock, random);
        this.held = new HeldUsers(ports);
        this.users = ports.users();
        this.profile = new FirstProfile(ports);
        this.mails = new TokenMails(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Founded found(Command command) {
        TenantFoundation.Wish wish = new TenantFoundation.Wish(command.name(), command.slug(), command.owner());
        return foundation.found(wish, tenant -> founded(tenant, command.owner()));
    }

    private Founded founded(NewTenant tenant, EmailAddress address) {
        Optional<User> known = users.findByEmail(address).flatMap(user -> held.hold(user.id()));
        User owner = known.map(FoundTenantService::enabled).orElseGet(() -> newcomer(address));
        Laid laid = foundation.lay(tenant, owner);
        trail.doneBySystem(AuditAction.TENANT_CREATED, Optional.of(laid.tenant()), Optional.of(owner.id()), Map.of());
        return new Founded(laid.tenant(), laid.domain().host(), owner, known.isEmpty());
    }

    private static User enabled(User owner) {
        if (owner.disabled()) {
            throw new AccountDisabled();
        }
        return owner;
    }

    private User newcomer(EmailAddress address) {
        Instant now = clock.instant();
        UserId id = UserId.next(now, random);
        User user = new User(id, address, PersonName.NONE, Optional.empty(), false, false, now, now);
        if (!users.add(user)) {
            throw new EmailTaken();
        }
        profile.store(id, Device.UNKNOWN);
        mails.send(TokenPurpose.RESET_PASSWORD, user);
        trail.doneBySystem(AuditAction.ACCOUNT_REGISTERED, Optional.empty(), Optional.of(id), Map.of());
        return user;
    }
}
