package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.passkey.PasskeyUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about passkeys. */
public final class PasskeyServices {

    private PasskeyServices() {}

    /** @param random must be cryptographically strong */
    public static PasskeyUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new PasskeyUseCases(
                new StartPasskeyRegistrationService(ports, policies, clock, random),
                new FinishPasskeyRegistrationService(ports, policies, clock, random),
                new ListPasskeysService(ports),
                new RenamePasskeyService(ports, clock, random),
                new RemovePasskeyService(ports, policies, clock, random),
                new StartPasskeySignInService(ports, policies, clock, random),
                new SignInWithPasskeyService(ports, policies, clock, random));
    }
}
