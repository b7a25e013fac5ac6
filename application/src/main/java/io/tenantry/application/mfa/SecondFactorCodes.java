package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.application.throttle.AttemptLimits.Guess;
import io.tenantry.application.throttle.AttemptLimits.Guesser;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.mfa.TotpCodes;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Judges the codes that users show: each is accepted once, and each wrong one counts. Within the transaction under way, which
 * must commit though a code was wrong. The user's factors and then their counters are held to its end, so that of several codes
 * shown at once each is judged after the one before it was counted.
 */
public final class SecondFactorCodes {

    private static final String WRONG_CODE = "wrong_code";

    private final SecondFactors secondFactors;
    private final TotpCodes totpCodes;
    private final AttemptLimits limits;
    private final AccountNotices notices;
    private final InstantSource clock;

    public SecondFactorCodes(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.secondFactors = ports.secondFactors();
        this.totpCodes = ports.totpCodes();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.notices = new AccountNotices(ports, clock, random);
        this.clock = clock;
    }

    /** What a signed-in user is told of a wrong code. */
    public static InvalidInput wrong() {
        return new InvalidInput(InvalidInput.CODE, FieldProblem.WRONG_CODE);
    }

    /**
     * Accepts a code of the user's generator, or uses one for recovery up.
     *
     * @return what it was; empty if it was wrong
     * @throws io.tenantry.domain.failure.Throttled if account or address must wait
     */
    public Optional<MfaMethod> accept(User user, String code, Device device) {
        Optional<TotpEnrolment> generator = secondFactors.hold(user.id()).filter(TotpEnrolment::isConfirmed);
        Guess guess = admit(user, device);
        Optional<MfaMethod> accepted = byGenerator(generator, code).or(() -> byRecovery(user, code, device));
        accepted.ifPresentOrElse(right -> limits.rightCode(guess), () -> wrong(guess));
        return accepted;
    }

    /**
     * The time step of the first code of a generator that is being set up; empty if it is wrong. A right one forgets no wrong
     * ones: whoever shows it was just told the secret.
     *
     * @throws io.tenantry.domain.failure.Throttled if account or address must wait
     */
    Optional<Long> firstStep(User user, TotpEnrolment begun, String code, Device device) {
        Guess guess = admit(user, device);
        Optional<Long> step = step(begun, code);
        if (step.isEmpty()) {
            wrong(guess);
        }
        return step;
    }

    private Guess admit(User user, Device device) {
        return limits.admitCode(new Guesser(user.email(), Optional.of(user.id()), device));
    }

    private void wrong(Guess guess) {
        limits.wrongGuess(guess, AuditAction.MFA_CODE, WRONG_CODE);
    }

    private Optional<MfaMethod> byGenerator(Optional<TotpEnrolment> generator, String code) {
        Optional<TotpEnrolment> used =
                generator.flatMap(held -> step(held, code).map(held::used));
        used.ifPresent(secondFactors::store);
        return used.map(accepted -> MfaMethod.TOTP);
    }

    private Optional<Long> step(TotpEnrolment enrolment, String code) {
        return totpCodes.step(enrolment.secret(), code, clock.instant(), enrolment.lastStep());
    }

    private Optional<MfaMethod> byRecovery(User user, String code, Device device) {
        boolean spent = RecoveryCode.parse(code)
                .filter(shown -> secondFactors.spendRecoveryCode(user.id(), shown.digest()))
                .isPresent();
        if (!spent) {
            return Optional.empty();
        }
        notices.send(MailKind.RECOVERY_CODE_USED, user, device);
        return Optional.of(MfaMethod.RECOVERY_CODE);
    }
}
