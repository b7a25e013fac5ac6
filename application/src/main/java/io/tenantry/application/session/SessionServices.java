package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.session.SessionUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about sessions. */
public final class SessionServices {

    private SessionServices() {}

    /** @param random must be cryptographically strong */
    public static SessionUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new SessionUseCases(
                new SignInService(ports, policies, clock, random),
                new RefreshSessionService(ports, policies, clock, random),
                new EndSessionService(ports, clock, random),
                new ListSessionsService(ports, clock),
                new SwitchTenantService(ports, policies, clock, random),
                new AuthenticateService(ports.identities(), clock),
                new ReadSigningKeysService(ports, clock, random),
                new RotateSigningKeysService(ports, policies, clock, random));
    }
}
