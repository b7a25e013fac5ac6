package io.tenantry.application.machine;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.machine.AuthenticateMachine;
import io.tenantry.domain.machine.InspectMachineToken;
import io.tenantry.domain.machine.IssueMachineToken;
import io.tenantry.domain.machine.MachineUseCases;
import io.tenantry.domain.machine.RevokeMachineToken;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about access tokens of API keys. */
public final class MachineServices {

    private MachineServices() {}

    /** @param random must be cryptographically strong */
    public static MachineUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new MachineUseCases(
                Later.port(IssueMachineToken.class),
                Later.port(AuthenticateMachine.class),
                Later.port(InspectMachineToken.class),
                Later.port(RevokeMachineToken.class));
    }
}
