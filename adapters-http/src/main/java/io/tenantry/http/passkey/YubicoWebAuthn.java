package io.tenantry.http.passkey;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PublicKeyCredential;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.user.User;
import io.tenantry.http.wire.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * WebAuthn by Yubico's library: discoverable credentials, the user always verified, no attestation, signatures by ES256, EdDSA
 * or RS256. Thread-safe.
 */
public final class YubicoWebAuthn implements WebAuthn {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256);

    private static final AuthenticatorSelectionCriteria SELECTION = AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build();

    private static final long TIMEOUT_MILLIS = Ceremony.LIFETIME.toMillis();

    private final RelyingPartyIdentity identity;
    private final Set<String> origins;

    /**
     * @param rpId the domain that passkeys are for; a registrable suffix of every origin's, or equal to it
     * @param rpName by which authenticators show the installation
     * @param origins from where they may be used, compared exactly: {@code https://app.example.com}
     */
    public YubicoWebAuthn(String rpId, String rpName, Set<String> origins) {
        this.identity = RelyingPartyIdentity.builder().id(rpId).name(rpName).build();
        this.origins = Set.copyOf(origins);
    }

    @Override
    public Asked askForRegistration(User user, List<Passkey> existing) {
        PublicKeyCredentialCreationOptions options = party(existing)
                .startRegistration(StartRegistrationOptions.builder()
                        .user(identityOf(user))
                        .authenticatorSelection(SELECTION)
                        .timeout(TIMEOUT_MILLIS)
                        .build());
        return written(() -> new Asked(options.toJson(), publicKey(options.toCredentialsCreateJson())));
    }

    @Override
    public PublicKeyCredential registered(String request, String answer) {
        return judged(() -> {
            RegistrationAnswer read = RegistrationAnswer.read(answer);
            RegistrationResult result = party(List.of())
                    .finishRegistration(FinishRegistrationOptions.builder()
                            .request(PublicKeyCredentialCreationOptions.fromJson(request))
                            .response(read.credential())
                            .build());
            return new PublicKeyCredential(
                    new CredentialId(result.getKeyId().getId().getBase64Url()),
                    result.getPublicKeyCose().getBase64Url(),
                    result.getSignatureCount(),
                    read.transports());
        });
    }

    @Override
    public Asked askForSignIn(List<Passkey> allowed) {
        AssertionRequest request = party(allowed)
                .startAssertion(StartAssertionOptions.builder()
                        .userHandle(allowed.stream().findFirst().map(UserHandle::of))
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .timeout(TIMEOUT_MILLIS)
                        .build());
        return written(() -> new Asked(request.toJson(), publicKey(request.toCredentialsGetJson())));
    }

    @Override
    public CredentialId credentialOf(String answer) {
        return judged(() ->
                new CredentialId(SignInAnswer.read(answer).credential().getId().getBase64Url()));
    }

    @Override
    public long signed(String request, String answer, Passkey passkey) {
        return judged(() -> {
            AssertionResult result = party(List.of(passkey))
                    .finishAssertion(FinishAssertionOptions.builder()
                            .request(AssertionRequest.fromJson(request))
                            .response(SignInAnswer.read(answer).credential())
                            .build());
            return result.getSignatureCount();
        });
    }

    private RelyingParty party(List<Passkey> passkeys) {
        return RelyingParty.builder()
                .identity(identity)
                .credentialRepository(new GivenPasskeys(passkeys))
                .origins(origins)
                .attestationConveyancePreference(AttestationConveyancePreference.NONE)
                .preferredPubkeyParams(ALGORITHMS)
                .build();
    }

    private static UserIdentity identityOf(User user) {
        String email = user.email().value();
        String shown =
                Optional.of(user.name().full()).filter(full -> !full.isEmpty()).orElse(email);
        return UserIdentity.builder()
                .name(email)
                .displayName(shown)
                .id(UserHandle.of(user.id()))
                .build();
    }

    private static String publicKey(String options) {
        return JsonBody.parse(options.getBytes(StandardCharsets.UTF_8))
                .required("publicKey")
                .toString();
    }

    private static Asked written(Writing writing) {
        try {
            return writing.write();
        } catch (IOException ownOptionsCannotBeWritten) {
            throw new UncheckedIOException(ownOptionsCannotBeWritten);
        }
    }

    /** Whatever the library throws over a text that came from outside, it means that the text does not hold. */
    private static <T> T judged(Callable<T> judgement) {
        try {
            return judgement.call();
        } catch (Exception doesNotHold) {
            throw new InvalidPasskey();
        }
    }

    private interface Writing {
        Asked write() throws IOException;
    }
}
