package io.tenantry.application.passkey;

import static io.tenantry.application.TenantryFixture.PASSWORD;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyUseCases;
import io.tenantry.domain.passkey.RemovePasskey;
import io.tenantry.domain.passkey.SignInWithPasskey;
import io.tenantry.domain.passkey.StartPasskeyRegistration;
import io.tenantry.domain.passkey.StartPasskeySignIn;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import java.util.Optional;

/** The short words in which tests speak of passkeys. */
final class PasskeyFixture {

    private final TenantryFixture tenantry;

    PasskeyFixture(TenantryFixture tenantry) {
        this.tenantry = tenantry;
    }

    PasskeyUseCases passkeys() {
        return tenantry.useCases().passkeys();
    }

    StartPasskeyRegistration.Started startRegistration(Principal by) {
        return passkeys()
                .startPasskeyRegistration()
                .start(new StartPasskeyRegistration.Command(
                        by, Optional.of(PASSWORD), Optional.empty(), SecondFactorFixture.PHONE));
    }

    StartPasskeySignIn.Started start() {
        return start(Optional.empty());
    }

    StartPasskeySignIn.Started start(Optional<SecretToken> challenge) {
        return passkeys()
                .startPasskeySignIn()
                .start(new StartPasskeySignIn.Command(challenge, SecondFactorFixture.PHONE));
    }

    /** A whole sign-in, from a device whose address is known. */
    SignedIn signIn(InMemoryAuthenticator authenticator) {
        StartPasskeySignIn.Started started = start();
        return finish(started.ceremony(), authenticator.sign(started.options()), Optional.empty());
    }

    SignedIn secondStep(SecretToken challenge, InMemoryAuthenticator authenticator) {
        StartPasskeySignIn.Started started = start(Optional.of(challenge));
        return finish(started.ceremony(), authenticator.sign(started.options()), Optional.of(challenge));
    }

    SignedIn finish(SecretToken ceremony, String answer, Optional<SecretToken> challenge) {
        return passkeys().signInWithPasskey().signIn(command(ceremony, answer, challenge));
    }

    static SignInWithPasskey.Command command(SecretToken ceremony, String answer, Optional<SecretToken> challenge) {
        return new SignInWithPasskey.Command(
                ceremony,
                answer,
                challenge,
                Optional.empty(),
                Optional.empty(),
                SessionKind.ROTATING,
                false,
                SecondFactorFixture.PHONE);
    }

    void remove(Principal by, Passkey passkey) {
        passkeys()
                .removePasskey()
                .remove(new RemovePasskey.Command(by, passkey.id(), Optional.of(PASSWORD), SecondFactorFixture.PHONE));
    }
}
