package io.tenantry.application.idempotency;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.idempotency.IdempotencyUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about calls that may be repeated. */
public final class IdempotencyServices {

    private IdempotencyServices() {}

    /** @param random must be cryptographically strong */
    public static IdempotencyUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new IdempotencyUseCases(new MakeOnceService(ports, policies, clock, random));
    }
}
