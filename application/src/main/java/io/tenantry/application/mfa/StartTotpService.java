package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.mfa.StartTotp;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Beginning again gives another secret: the one that was shown before is forgotten. */
final class StartTotpService implements StartTotp {

    private final Transactions transactions;
    private final SecondFactors secondFactors;
    private final Reauthentication reauthentication;
    private final InstantSource clock;
    private final RandomGenerator random;

    StartTotpService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.secondFactors = ports.secondFactors();
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Started start(Command command) {
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        TotpSecret secret = TotpSecret.generate(random);
        return transactions.outsideTenants(() -> begin(command, proven, secret));
    }

    private Started begin(Command command, CredentialVersion proven, TotpSecret secret) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        if (secondFactors.hold(user.id()).filter(TotpEnrolment::isConfirmed).isPresent()) {
            throw new AlreadyEnrolled();
        }
        secondFactors.store(TotpEnrolment.begin(user.id(), secret, clock.instant()));
        return new Started(secret, user.email());
    }
}
