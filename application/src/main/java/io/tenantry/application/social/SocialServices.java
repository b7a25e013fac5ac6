package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.social.LinkIdentity;
import io.tenantry.domain.social.ListIdentities;
import io.tenantry.domain.social.ListProviders;
import io.tenantry.domain.social.SignInWithProvider;
import io.tenantry.domain.social.SocialUseCases;
import io.tenantry.domain.social.StartAuthorization;
import io.tenantry.domain.social.UnlinkIdentity;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about accounts at providers. */
public final class SocialServices {

    private SocialServices() {}

    /** @param random must be cryptographically strong */
    public static SocialUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new SocialUseCases(
                Later.of(ListProviders.class),
                Later.of(StartAuthorization.class),
                Later.of(SignInWithProvider.class),
                Later.of(LinkIdentity.class),
                Later.of(ListIdentities.class),
                Later.of(UnlinkIdentity.class));
    }
}
