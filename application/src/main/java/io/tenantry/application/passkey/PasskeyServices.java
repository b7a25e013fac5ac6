package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.passkey.FinishPasskeyRegistration;
import io.tenantry.domain.passkey.ListPasskeys;
import io.tenantry.domain.passkey.PasskeyUseCases;
import io.tenantry.domain.passkey.RemovePasskey;
import io.tenantry.domain.passkey.RenamePasskey;
import io.tenantry.domain.passkey.SignInWithPasskey;
import io.tenantry.domain.passkey.StartPasskeyRegistration;
import io.tenantry.domain.passkey.StartPasskeySignIn;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about passkeys. */
public final class PasskeyServices {

    private PasskeyServices() {}

    /** @param random must be cryptographically strong */
    public static PasskeyUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new PasskeyUseCases(
                Later.of(StartPasskeyRegistration.class),
                Later.of(FinishPasskeyRegistration.class),
                Later.of(ListPasskeys.class),
                Later.of(RenamePasskey.class),
                Later.of(RemovePasskey.class),
                Later.of(StartPasskeySignIn.class),
                Later.of(SignInWithPasskey.class));
    }
}
