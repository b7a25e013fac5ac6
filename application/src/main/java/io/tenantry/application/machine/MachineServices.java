package io.tenantry.application.machine;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.machine.MachineUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about access tokens of API keys. */
public final class MachineServices {

    private MachineServices() {}

    /** @param random must be cryptographically strong */
    public static MachineUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        HeldTokens tokens = new HeldTokens(ports.apiKeys(), clock);
        return new MachineUseCases(
                new IssueMachineTokenService(ports, policies, clock, random),
                new AuthenticateMachineService(tokens),
                new InspectMachineTokenService(tokens),
                new RevokeMachineTokenService(ports, clock, random));
    }
}
