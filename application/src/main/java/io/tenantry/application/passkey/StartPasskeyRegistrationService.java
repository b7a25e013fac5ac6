package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.mfa.SecondFactorCodes;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.passkey.StartPasskeyRegistration;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class StartPasskeyRegistrationService implements StartPasskeyRegistration {

    private final Transactions transactions;
    private final Passkeys passkeys;
    private final SecondFactors secondFactors;
    private final SecondFactorCodes codes;
    private final WebAuthn webAuthn;
    private final PasskeyCeremonies ceremonies;
    private final Reauthentication reauthentication;

    StartPasskeyRegistrationService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.passkeys = ports.passkeys();
        this.secondFactors = ports.secondFactors();
        this.codes = new SecondFactorCodes(ports, policies, clock, random);
        this.webAuthn = ports.webAuthn();
        this.ceremonies = new PasskeyCeremonies(ports, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
    }

    @Override
    public Started start(Command command) {
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        Owner owner = transactions.outsideTenants(() -> owner(command, proven)).orElseThrow(SecondFactorCodes::wrong);
        WebAuthn.Asked asked = webAuthn.askForRegistration(owner.user(), owner.existing());
        SecretToken token = ceremonies.open(
                Ceremony.Purpose.REGISTRATION, Optional.of(owner.user().id()), asked.request());
        return new Started(token, asked.options());
    }

    private record Owner(User user, List<Passkey> existing) {}

    /** A wrong code must be counted: so that refusal is returned, and thrown after the commit. */
    private Optional<Owner> owner(Command command, CredentialVersion proven) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        Owner owner = new Owner(user, existing(user));
        return isProven(user, command) ? Optional.of(owner) : Optional.empty();
    }

    private boolean isProven(User user, Command command) {
        if (!secondFactors.of(user.id()).totp()) {
            return true;
        }
        String code = command.code().orElseThrow(() -> new InvalidInput(InvalidInput.CODE, FieldProblem.REQUIRED));
        return codes.accept(user, code, command.device()).isPresent();
    }

    private List<Passkey> existing(User user) {
        List<Passkey> existing = passkeys.of(user.id());
        if (existing.size() >= Passkey.MAX_PER_USER) {
            throw new AlreadyEnrolled();
        }
        return existing;
    }
}
