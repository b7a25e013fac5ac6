package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.credential.SignInMethods;
import io.tenantry.application.mfa.FactorChanges;
import io.tenantry.application.mfa.FactorChanges.Change;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.SecondFactorNeeded;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.passkey.RemovePasskey;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

final class RemovePasskeyService implements RemovePasskey {

    private final Transactions transactions;
    private final Passkeys passkeys;
    private final SignInMethods methods;
    private final Reauthentication reauthentication;
    private final FactorChanges changes;

    RemovePasskeyService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.passkeys = ports.passkeys();
        this.methods = new SignInMethods(ports);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.changes = new FactorChanges(ports, clock, random);
    }

    @Override
    public void remove(Command command) {
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        transactions.outsideTenants(() -> remove(command, proven));
    }

    private Passkey remove(Command command, CredentialVersion proven) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        Factors before = changes.hold(user.id());
        Passkey passkey = OwnPasskey.find(passkeys, user.id(), command.passkey());
        if (user.operator() && !before.totp() && before.passkeys() == 1) {
            throw new SecondFactorNeeded();
        }
        methods.requireAnother(user.id());
        passkeys.remove(user.id(), passkey.id());
        changes.removed(user, told(passkey, command));
        return passkey;
    }

    private static Change told(Passkey passkey, Command command) {
        return new Change(
                AuditAction.PASSKEY_REMOVED,
                MailKind.PASSKEY_REMOVED,
                command.by(),
                command.device(),
                Map.of(MailDetail.NAME, passkey.name()),
                OwnPasskey.named(passkey));
    }
}
