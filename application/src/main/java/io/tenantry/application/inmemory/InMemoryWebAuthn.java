package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PublicKeyCredential;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.user.User;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The ceremonies of WebAuthn without its formats: a challenge goes out, and an {@link InMemoryAuthenticator} answers it. */
final class InMemoryWebAuthn implements WebAuthn {

    private final RandomGenerator random;

    InMemoryWebAuthn(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Asked askForRegistration(User user, List<Passkey> existing) {
        return ask();
    }

    @Override
    public PublicKeyCredential registered(String request, String answer) {
        InMemoryAuthenticator.Answer read = read(request, answer);
        return new PublicKeyCredential(read.credential(), "", 0, Set.of());
    }

    @Override
    public Asked askForSignIn(List<Passkey> allowed) {
        return ask();
    }

    @Override
    public CredentialId credentialOf(String answer) {
        return InMemoryAuthenticator.Answer.parse(answer)
                .orElseThrow(InvalidPasskey::new)
                .credential();
    }

    @Override
    public long signed(String request, String answer, Passkey passkey) {
        InMemoryAuthenticator.Answer read = read(request, answer);
        boolean holds = read.credential().equals(passkey.credential().id())
                && read.count() > passkey.credential().signatureCount();
        if (!holds) {
            throw new InvalidPasskey();
        }
        return read.count();
    }

    private Asked ask() {
        String challenge = SecretToken.generate(random).value();
        return new Asked(challenge, InMemoryAuthenticator.options(challenge));
    }

    private static InMemoryAuthenticator.Answer read(String request, String answer) {
        return InMemoryAuthenticator.Answer.parse(answer)
                .filter(read -> read.challenge().equals(request))
                .orElseThrow(InvalidPasskey::new);
    }
}
