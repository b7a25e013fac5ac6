package io.tenantry.http.passkey;

import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import java.io.IOException;

/** What an authenticator answered to a sign-in, of the right form and not yet examined. */
record SignInAnswer(PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> credential) {

    static SignInAnswer read(String answer) throws IOException {
        SignInAnswer read = new SignInAnswer(PublicKeyCredential.parseAssertionResponseJson(
                AnswerText.kept(answer, "authenticatorData", "clientDataJSON", "signature", "userHandle")));
        AnswerText.requireId(read.credential.getId());
        AnswerText.requireOwnFrame(read.credential.getResponse().getClientDataJSON());
        return read;
    }
}
