package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.mfa.MfaUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about second factors. */
public final class MfaServices {

    private MfaServices() {}

    /** @param random must be cryptographically strong */
    public static MfaUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new MfaUseCases(
                new PassSecondFactorService(ports, policies, clock, random),
                new StartTotpService(ports, policies, clock, random),
                new ConfirmTotpService(ports, policies, clock, random),
                new RemoveTotpService(ports, policies, clock, random),
                new RenewRecoveryCodesService(ports, policies, clock, random));
    }
}
