package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.social.SocialUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about accounts at providers. */
public final class SocialServices {

    private SocialServices() {}

    /** @param random must be cryptographically strong */
    public static SocialUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new SocialUseCases(
                new ListProvidersService(ports),
                new StartAuthorizationService(ports, policies, clock, random),
                new SignInWithProviderService(ports, policies, clock, random),
                new LinkIdentityService(ports, policies, clock, random),
                new ListIdentitiesService(ports),
                new UnlinkIdentityService(ports, policies, clock, random));
    }
}
