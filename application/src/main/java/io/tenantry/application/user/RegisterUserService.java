package io.tenantry.application.user;

import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RegisterUserService implements RegisterUser {

    private final Transactions transactions;
    private final UserAdmission admission;
    private final InstantSource clock;
    private final RandomGenerator random;

    RegisterUserService(
            Transactions transactions, UserAdmission admission, InstantSource clock, RandomGenerator random) {
        this.transactions = transactions;
        this.admission = admission;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public User register(Command command) {
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
