package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.mfa.WaitingSignIns;
import io.tenantry.application.mfa.WaitingSignIns.Waiting;
import io.tenantry.application.passkey.PasskeyAnswers.Signed;
import io.tenantry.application.session.SignInCompletion;
import io.tenantry.application.session.SignInCompletion.Outcome;
import io.tenantry.application.session.SignInCompletion.Wish;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.application.throttle.AttemptLimits.Guess;
import io.tenantry.application.throttle.AttemptLimits.Guesser;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.passkey.SignInWithPasskey;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class SignInWithPasskeyService implements SignInWithPasskey {

    private static final String WRONG_PASSKEY = "wrong_passkey";

    private final Transactions transactions;
    private final PasskeyAnswers answers;
    private final WaitingSignIns waiting;
    private final SignInCompletion completion;
    private final AttemptLimits limits;

    SignInWithPasskeyService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.answers = new PasskeyAnswers(ports, clock, random);
        this.waiting = new WaitingSignIns(ports, policies, clock, random);
        this.completion = new SignInCompletion(ports, policies, clock, random);
        this.limits = new AttemptLimits(ports, policies, clock, random);
    }

    @Override
    public SignedIn signIn(Command command) {
        limits.requireGuess(command.device());
        return command.challenge()
                .map(challenge -> secondStep(challenge, command))
                .orElseGet(() -> wholeSignIn(command));
    }

    private SignedIn wholeSignIn(Command command) {
        Optional<Signed> signed = answers.examine(command.ceremony(), Optional.empty(), command.answer());
        Optional<Outcome> outcome = transactions.acrossTenants(() -> signed.flatMap(answers::accept)
                .map(user -> completion.afterBothFactors(user, wish(command), MfaMethod.PASSKEY.word())));
        if (outcome.isEmpty()) {
            limits.wrongGuess(command.device(), AuditAction.SIGN_IN, WRONG_PASSKEY);
        }
        return outcome.orElseThrow(InvalidCredentials::new).orThrow();
    }

    private SignedIn secondStep(SecretToken challenge, Command command) {
        UserId who =
                transactions.outsideTenants(() -> required(challenge).user().id());
        Optional<Signed> signed = answers.examine(command.ceremony(), Optional.of(who), command.answer());
        return transactions
                .acrossTenants(() -> judge(required(challenge), signed, command))
                .orThrow();
    }

    private Waiting required(SecretToken challenge) {
        return waiting.hold(challenge).orElseThrow(InvalidCode::new);
    }

    private Outcome judge(Waiting who, Optional<Signed> signed, Command command) {
        User user = who.user();
        Guesser guesser = new Guesser(user.email(), Optional.of(user.id()), command.device());
        Guess guess = limits.admitCode(guesser);
        Optional<User> accepted = signed.filter(
                        answer -> answer.passkey().user().equals(user.id()))
                .flatMap(answers::accept);
        if (accepted.isEmpty()) {
            limits.wrongGuess(guess, AuditAction.MFA_CODE, WRONG_PASSKEY);
            return waiting.fail(who);
        }
        limits.rightCode(guess);
        return waiting.pass(who, MfaMethod.PASSKEY, command.device());
    }

    private static Wish wish(Command command) {
        return new Wish(command.tenant(), command.host(), command.kind(), command.rememberMe(), command.device());
    }
}
