package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.mfa.WaitingSignIns;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.passkey.StartPasskeySignIn;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Without a challenge nobody's passkeys are looked for: the answer is the same whoever asks. */
final class StartPasskeySignInService implements StartPasskeySignIn {

    private final Transactions transactions;
    private final Passkeys passkeys;
    private final WebAuthn webAuthn;
    private final PasskeyCeremonies ceremonies;
    private final WaitingSignIns waiting;
    private final AttemptLimits limits;

    StartPasskeySignInService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.passkeys = ports.passkeys();
        this.webAuthn = ports.webAuthn();
        this.ceremonies = new PasskeyCeremonies(ports, clock, random);
        this.waiting = new WaitingSignIns(ports, policies, clock, random);
        this.limits = new AttemptLimits(ports, policies, clock, random);
    }

    @Override
    public Started start(Command command) {
        limits.requireGuess(command.device());
        limits.requireRequest(ThrottleKind.BEGINNING, command.device());
        Asking asking = command.challenge().map(this::ofWaiting).orElse(Asking.OF_ANYBODY);
        WebAuthn.Asked asked = webAuthn.askForSignIn(asking.allowed());
        SecretToken token = ceremonies.open(Ceremony.Purpose.SIGN_IN, asking.user(), asked.request());
        return new Started(token, asked.options());
    }

    private record Asking(Optional<UserId> user, List<Passkey> allowed) {
        static final Asking OF_ANYBODY = new Asking(Optional.empty(), List.of());
    }

    private Asking ofWaiting(SecretToken challenge) {
        return transactions.outsideTenants(() -> {
            UserId user =
                    waiting.hold(challenge).orElseThrow(InvalidCode::new).user().id();
            return new Asking(Optional.of(user), passkeys.of(user));
        });
    }
}
