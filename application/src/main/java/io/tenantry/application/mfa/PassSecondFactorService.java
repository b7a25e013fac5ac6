package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.mfa.WaitingSignIns.Waiting;
import io.tenantry.application.session.SignInCompletion;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.mfa.PassSecondFactor;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.SignedIn;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

final class PassSecondFactorService implements PassSecondFactor {

    private final Transactions transactions;
    private final WaitingSignIns waiting;
    private final SecondFactorCodes codes;

    PassSecondFactorService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.waiting = new WaitingSignIns(ports, policies, clock, random);
        this.codes = new SecondFactorCodes(ports, policies, clock, random);
    }

    @Override
    public SignedIn pass(Command command) {
        return transactions.acrossTenants(() -> judge(command)).orThrow();
    }

    private SignInCompletion.Outcome judge(Command command) {
        Waiting who = waiting.hold(command.challenge()).orElseThrow(InvalidCode::new);
        return codes.accept(who.user(), command.code(), command.device())
                .map(method -> waiting.pass(who, method, command.device()))
                .orElseGet(() -> waiting.fail(who));
    }
}
