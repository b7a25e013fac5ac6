package io.tenantry.http.api.passkey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.http.wire.JsonBody;
import java.nio.charset.StandardCharsets;

/**
 * What a browser needs to ask an authenticator.
 *
 * @param ceremony to be sent with the answer
 * @param publicKey for {@code PublicKeyCredential.parseCreationOptionsFromJSON} or {@code parseRequestOptionsFromJSON}
 */
record CeremonyJson(String ceremony, ObjectNode publicKey) {

    static CeremonyJson of(SecretToken ceremony, String options) {
        return new CeremonyJson(ceremony.value(), JsonBody.parse(options.getBytes(StandardCharsets.UTF_8)));
    }
}
