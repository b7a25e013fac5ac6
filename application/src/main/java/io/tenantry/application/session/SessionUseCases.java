package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.session.Authenticate;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.ReadSigningKeys;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.SignIn;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The use cases about sessions. */
public record SessionUseCases(
        SignIn signIn,
        RefreshSession refreshSession,
        EndSession endSession,
        Authenticate authenticate,
        ReadSigningKeys readSigningKeys) {

    /** @param random must be cryptographically strong */
    public static SessionUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        SessionOpening opening = new SessionOpening(ports.sessions(), policies.tokens(), clock, random);
        return new SessionUseCases(
                new SignInService(ports, policies, opening, clock),
                new RefreshSessionService(ports, policies, clock, random),
                new EndSessionService(ports, clock),
                new AuthenticateService(ports.identities(), clock),
                new ReadSigningKeysService(ports, clock, random));
    }
}
