package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.session.ListSessions;
import io.tenantry.domain.session.SessionUseCases;
import io.tenantry.domain.session.SwitchTenant;
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
                new EndSessionService(ports, clock),
                Later.of(ListSessions.class),
                Later.of(SwitchTenant.class),
                new AuthenticateService(ports.identities(), clock),
                new ReadSigningKeysService(ports, clock, random));
    }
}
