package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.mfa.FactorChanges.Change;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.SecondFactorNeeded;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.mfa.RemoveTotp;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A recovery code will do: who has lost the generator must be able to set up another. */
final class RemoveTotpService implements RemoveTotp {

    private final Transactions transactions;
    private final SecondFactors secondFactors;
    private final SecondFactorCodes codes;
    private final FactorChanges changes;
    private final Reauthentication reauthentication;

    RemoveTotpService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.secondFactors = ports.secondFactors();
        this.codes = new SecondFactorCodes(ports, policies, clock, random);
        this.changes = new FactorChanges(ports, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
    }

    /** A wrong code must be counted: so that refusal is returned, and thrown after the commit. */
    @Override
    public void remove(Command command) {
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        if (transactions.outsideTenants(() -> judge(command, proven)).isEmpty()) {
            throw SecondFactorCodes.wrong();
        }
    }

    private Optional<MfaMethod> judge(Command command, CredentialVersion proven) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        requireRemovable(user, changes.hold(user.id()));
        Optional<MfaMethod> accepted = codes.accept(user, command.code(), command.device());
        accepted.ifPresent(method -> remove(user, command));
        return accepted;
    }

    private static void requireRemovable(User user, Factors factors) {
        if (!factors.totp()) {
            throw SecondFactorCodes.wrong();
        }
        if (user.operator() && factors.passkeys() == 0) {
            throw new SecondFactorNeeded();
        }
    }

    private void remove(User user, Command command) {
        secondFactors.removeTotp(user.id());
        changes.removed(
                user, Change.of(AuditAction.TOTP_REMOVED, MailKind.TOTP_REMOVED, command.by(), command.device()));
    }
}
