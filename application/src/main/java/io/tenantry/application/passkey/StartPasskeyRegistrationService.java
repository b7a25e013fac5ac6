package io.tenantry.application.passkey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.failure.InvalidInput;
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
    private final WebAuthn webAuthn;
    private final PasskeyCeremonies ceremonies;
    private final Reauthentication reauthentication;

    StartPasskeyRegistrationService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.passkeys = ports.passkeys();
        this.webAuthn = ports.webAuthn();
        this.ceremonies = new PasskeyCeremonies(ports, clock, random);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
    }

    @Override
    public Started start(Command command) {
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        Owner owner = transactions.outsideTenants(() -> owner(command, proven));
        WebAuthn.Asked asked = webAuthn.askForRegistration(owner.user(), owner.existing());
        SecretToken token = ceremonies.open(
                Ceremony.Purpose.REGISTRATION, Optional.of(owner.user().id()), asked.request());
        return new Started(token, asked.options());
    }

    private record Owner(User user, List<Passkey> existing) {}

    private Owner owner(Command command, CredentialVersion proven) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        List<Passkey> existing = passkeys.of(user.id());
        if (existing.size() >= Passkey.MAX_PER_USER) {
            throw new AlreadyEnrolled();
        }
        return new Owner(user, existing);
    }
}
