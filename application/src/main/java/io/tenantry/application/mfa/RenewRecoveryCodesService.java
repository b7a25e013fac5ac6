package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.mfa.FactorChanges.Change;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.RenewRecoveryCodes;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RenewRecoveryCodesService implements RenewRecoveryCodes {

    private final Transactions transactions;
    private final SecondFactorCodes codes;
    private final FactorChanges changes;
    private final Reauthentication reauthentication;

    RenewRecoveryCodesService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.codes = new SecondFactorCodes(ports, policies, clock, random);
        this.changes = new FactorChanges(ports, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
    }

    /** A wrong code must be counted: so that refusal is returned, and thrown after the commit. */
    @Override
    public List<RecoveryCode> renew(Command command) {
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        return transactions.outsideTenants(() -> judge(command, proven)).orElseThrow(SecondFactorCodes::wrong);
    }

    private Optional<List<RecoveryCode>> judge(Command command, CredentialVersion proven) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        return codes.accept(user, command.code(), command.device()).map(method -> renew(user, command));
    }

    private List<RecoveryCode> renew(User user, Command command) {
        AuditAction action = AuditAction.RECOVERY_CODES_RENEWED;
        changes.tell(user, Change.of(action, MailKind.RECOVERY_CODES_RENEWED, command.by(), command.device()));
        return changes.renewRecoveryCodes(user.id());
    }
}
