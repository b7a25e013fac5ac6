package io.tenantry.http.passkey;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.AttestationObject;
import com.yubico.webauthn.data.AttestedCredentialData;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorTransport;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Set;
import java.util.stream.Collectors;

/** What an authenticator answered to a registration, of the right form and not yet held against what was asked. */
record RegistrationAnswer(
        PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> credential) {

    /** WebAuthn Level 3, section 5.8.4. */
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    /**
     * What comes when none is asked for: none, or the key's own (WebAuthn Level 3, section 5.1.3). The other formats, with their
     * certificates, are never read.
     */
    private static final Set<String> FORMATS = Set.of("none", "packed");

    private static final int MAX_KEY_BYTES = 2048;
    private static final int MIN_RSA_BITS = 2048;

    static RegistrationAnswer read(String answer) throws IOException, GeneralSecurityException {
        RegistrationAnswer read = new RegistrationAnswer(PublicKeyCredential.parseRegistrationResponseJson(
                AnswerText.kept(answer, "attestationObject", "clientDataJSON", "transports")));
        AnswerText.requireId(read.credential.getId());
        AnswerText.requireOwnFrame(read.response().getClientDataJSON());
        requireOrdinary(read.response().getAttestation());
        read.requireMadeForIt();
        return read;
    }

    /** How it may be reached, of the ways that there are. */
    Set<String> transports() {
        return response().getTransports().stream()
                .map(AuthenticatorTransport::getId)
                .filter(TRANSPORTS::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void requireOrdinary(AttestationObject attestation) {
        AnswerText.require(FORMATS.contains(attestation.getFormat())
                && !attestation.getAttestationStatement().has("x5c"));
    }

    /** The library takes the id from the browser's word; what counts is the authenticator's. */
    private void requireMadeForIt() throws IOException, GeneralSecurityException {
        AttestedCredentialData made = response()
                .getAttestation()
                .getAuthenticatorData()
                .getAttestedCredentialData()
                .orElseThrow();
        ByteArray key = made.getCredentialPublicKey();
        AnswerText.require(made.getCredentialId().equals(credential.getId()));
        AnswerText.require(key.size() <= MAX_KEY_BYTES && isStrong(parsed(key)));
    }

    private PublicKey parsed(ByteArray key) throws IOException, GeneralSecurityException {
        return RegisteredCredential.builder()
                .credentialId(credential.getId())
                .userHandle(credential.getId())
                .publicKeyCose(key)
                .build()
                .getParsedPublicKey();
    }

    private static boolean isStrong(PublicKey key) {
        return !(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    }

    private AuthenticatorAttestationResponse response() {
        return credential.getResponse();
    }
}
