package io.tenantry.http.passkey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.yubico.webauthn.data.ByteArray;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.http.wire.JsonBody;
import java.nio.charset.StandardCharsets;

/**
 * The answer of an authenticator as a browser hands it on: JSON of {@code PublicKeyCredential.toJSON()} (WebAuthn Level 3,
 * section 5.1). Browsers add members as the standard grows, and the library refuses those that it does not know: so only what
 * is needed is kept. Outputs of extensions are not, for none is asked for that would matter.
 */
final class AnswerText {

    private static final int MAX_ID_BYTES = 1023;

    private AnswerText() {}

    /** @param response the members of {@code response} that are kept */
    static String kept(String answer, String... response) {
        ObjectNode all = parse(answer.getBytes(StandardCharsets.UTF_8));
        all.retain("id", "rawId", "type", "response");
        if (all.get("response") instanceof ObjectNode inner) {
            inner.retain(response);
        }
        all.putObject("clientExtensionResults");
        return all.toString();
    }

    /** A credential id has one spelling, and a bounded length. */
    static void requireId(ByteArray id) {
        boolean canonical = new ByteArray(id.getBytes()).equals(id);
        require(canonical && !id.isEmpty() && id.size() <= MAX_ID_BYTES);
    }

    /** From a page in another site's frame no passkey is made or used, whatever that site is. */
    static void requireOwnFrame(ByteArray clientData) {
        require(!parse(clientData.getBytes()).path("crossOrigin").asBoolean(false));
    }

    static void require(boolean holds) {
        if (!holds) {
            throw new InvalidPasskey();
        }
    }

    private static ObjectNode parse(byte[] json) {
        return JsonBody.parse(json);
    }
}
