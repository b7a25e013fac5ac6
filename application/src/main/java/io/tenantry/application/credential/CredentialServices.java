package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.credential.CredentialUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about passwords. */
public final class CredentialServices {

    private CredentialServices() {}

    /** @param random must be cryptographically strong */
    public static CredentialUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new CredentialUseCases(
                new RequestPasswordResetService(ports, policies, clock, random),
                new ResetPasswordService(ports, policies, clock, random),
                new ChangePasswordService(ports, policies, clock, random));
    }
}
