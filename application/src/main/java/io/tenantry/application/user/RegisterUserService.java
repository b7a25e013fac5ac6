package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RegisterUserService implements RegisterUser {

    private final Signup signup;
    private final Transactions transactions;
    private final UserAdmission admission;
    private final InstantSource clock;
    private final RandomGenerator random;

    RegisterUserService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.signup = policies.signup();
        this.transactions = ports.transactions();
        this.admission = new UserAdmission(ports, policies, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public User register(Command command) {
        signup.requireOpen();
        SealedPassword password =
                admission.admit(command.email(), command.password(), Optional.empty(), command.device());
        User user = unverified(command, clock.instant());
        return transactions.outsideTenants(() -> {
            admission.store(user, password, command.device());
            return user;
        });
    }

    private User unverified(Command command, Instant now) {
        UserId id = UserId.next(now, random);
        return new User(id, command.email(), command.name(), Optional.empty(), true, false, now, now);
    }
}
