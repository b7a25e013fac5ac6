package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.mfa.FactorChanges.Change;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.ConfirmTotp;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class ConfirmTotpService implements ConfirmTotp {

    private final Transactions transactions;
    private final SecondFactors secondFactors;
    private final SecondFactorCodes codes;
    private final FactorChanges changes;
    private final Reauthentication reauthentication;
    private final InstantSource clock;

    ConfirmTotpService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.secondFactors = ports.secondFactors();
        this.codes = new SecondFactorCodes(ports, policies, clock, random);
        this.changes = new FactorChanges(ports, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.clock = clock;
    }

    /** A wrong code must be counted: so that refusal is returned, and thrown after the commit. */
    @Override
    public List<RecoveryCode> confirm(Command command) {
        return transactions.outsideTenants(() -> judge(command)).orElseThrow(SecondFactorCodes::wrong);
    }

    private Optional<List<RecoveryCode>> judge(Command command) {
        User user = reauthentication.requireLive(command.by());
        TotpEnrolment begun = secondFactors.hold(user.id()).orElseThrow(SecondFactorCodes::wrong);
        if (begun.isConfirmed()) {
            throw new AlreadyEnrolled();
        }
        return codes.firstStep(user, begun, command.code(), command.device())
                .map(step -> confirmed(user, begun.confirmed(step, clock.instant()), command));
    }

    private List<RecoveryCode> confirmed(User user, TotpEnrolment enrolment, Command command) {
        secondFactors.store(enrolment);
        changes.added(user, Change.of(AuditAction.TOTP_ADDED, MailKind.TOTP_ADDED, command.by(), command.device()));
        return changes.renewRecoveryCodes(user.id());
    }
}
