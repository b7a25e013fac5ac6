package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.user.UserAdmission;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Each try to get a slug is a transaction of its own, and the only one that writes: what it refuses is rolled back whole. */
final class RegisterTenantService implements RegisterTenant {

    private static final int MAX_SLUGS = 10;

    private final Transactions transactions;
    private final UserAdmission admission;
    private final TenantFoundation foundation;
    private final InstantSource clock;
    private final RandomGenerator random;

    RegisterTenantService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.admission = new UserAdmission(ports, policies, clock, random);
        this.foundation = new TenantFoundation(ports, policies, admission, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Registered register(Command command) {
        SealedPassword password =
                admission.admit(command.email(), command.password(), Optional.of(command.name()), command.device());
        Instant now = clock.instant();
        User owner = owner(command, now);
        TenantId id = TenantId.next(now, random);
        Slug slug = command.slug().orElseGet(() -> Slug.from(command.name(), random));
        NewTenant tenant = new NewTenant(id, command.name(), slug, command.email(), now);
        return command.slug().isPresent()
                ? found(tenant, owner, password, command)
                : foundUnderFreeSlug(tenant, owner, password, command);
    }

    private Registered foundUnderFreeSlug(NewTenant tenant, User owner, SealedPassword password, Command command) {
        NewTenant candidate = tenant;
        for (int tries = 0; tries < MAX_SLUGS; tries++) {
            try {
                return found(candidate, owner, password, command);
            } catch (SlugTaken taken) {
                candidate = tenant.withSlug(tenant.slug().varied(random));
            }
        }
        throw new Unavailable(Duration.ofSeconds(1));
    }

    private Registered found(NewTenant tenant, User owner, SealedPassword password, Command command) {
        return transactions.inTenant(tenant.id(), () -> foundation.lay(tenant, owner, password, command));
    }

    private User owner(Command command, Instant now) {
        UserId id = UserId.next(now, random);
        return new User(id, command.email(), command.owner(), Optional.empty(), false, false, now, now);
    }
}
