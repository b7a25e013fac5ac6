package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.mfa.FactorChanges;
import io.tenantry.application.mfa.FactorChanges.Change;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.passkey.FinishPasskeyRegistration;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.passkey.PublicKeyCredential;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class FinishPasskeyRegistrationService implements FinishPasskeyRegistration {

    private final Transactions transactions;
    private final Passkeys passkeys;
    private final WebAuthn webAuthn;
    private final PasskeyCeremonies ceremonies;
    private final Reauthentication reauthentication;
    private final FactorChanges changes;
    private final InstantSource clock;
    private final RandomGenerator random;

    FinishPasskeyRegistrationService(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.passkeys = ports.passkeys();
        this.webAuthn = ports.webAuthn();
        this.ceremonies = new PasskeyCeremonies(ports, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.changes = new FactorChanges(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Added finish(Command command) {
        String name = OwnPasskey.name(command.name());
        Ceremony asked = ceremonies
                .take(
                        command.ceremony(),
                        Ceremony.Purpose.REGISTRATION,
                        Optional.of(command.by().user()))
                .orElseThrow(InvalidOneTimeToken::new);
        Passkey made = named(name, command.by().user(), webAuthn.registered(asked.request(), command.answer()));
        return transactions.outsideTenants(() -> add(made, command));
    }

    private Passkey named(String name, UserId user, PublicKeyCredential credential) {
        Instant now = clock.instant();
        return new Passkey(PasskeyId.next(now, random), user, name, credential, now, Optional.empty());
    }

    private Added add(Passkey made, Command command) {
        User user = reauthentication.requireLive(command.by());
        Factors before = changes.hold(user.id());
        if (before.passkeys() >= Passkey.MAX_PER_USER || !passkeys.add(made)) {
            throw new AlreadyEnrolled();
        }
        changes.added(user, told(made, command));
        List<RecoveryCode> codes = before.any() ? List.of() : changes.renewRecoveryCodes(user.id());
        return new Added(made, codes);
    }

    private static Change told(Passkey made, Command command) {
        return new Change(
                AuditAction.PASSKEY_ADDED,
                MailKind.PASSKEY_ADDED,
                command.by(),
                command.device(),
                Map.of(MailDetail.NAME, made.name()),
                OwnPasskey.named(made));
    }
}
