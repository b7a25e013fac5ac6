package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.user.UserUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about users. */
public final class UserServices {

    private UserServices() {}

    /** @param random must be cryptographically strong */
    public static UserUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new UserUseCases(
                new RegisterUserService(ports, policies, clock, random),
                new VerifyEmailService(ports, clock, random),
                new ResendVerificationService(ports, policies, clock, random),
                new WhoAmIService(ports.identities()),
                new ChangeEmailService(ports, policies, clock, random),
                new ConfirmEmailService(ports, clock, random),
                new UpdateProfileService(ports, clock, random),
                new StoreAvatarService(ports),
                new RemoveAvatarService(ports),
                new ReadAvatarService(ports),
                new ExportAccountService(ports, clock, random),
                new DeleteAccountService(ports, policies, clock, random),
                new AppointOperatorService(ports, clock, random));
    }
}
