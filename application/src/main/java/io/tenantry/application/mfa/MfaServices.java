package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.mfa.ConfirmTotp;
import io.tenantry.domain.mfa.MfaUseCases;
import io.tenantry.domain.mfa.PassSecondFactor;
import io.tenantry.domain.mfa.RemoveTotp;
import io.tenantry.domain.mfa.RenewRecoveryCodes;
import io.tenantry.domain.mfa.StartTotp;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about second factors. */
public final class MfaServices {

    private MfaServices() {}

    /** @param random must be cryptographically strong */
    public static MfaUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new MfaUseCases(
                Later.of(PassSecondFactor.class),
                Later.of(StartTotp.class),
                Later.of(ConfirmTotp.class),
                Later.of(RemoveTotp.class),
                Later.of(RenewRecoveryCodes.class));
    }
}
