package io.tenantry.http.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.WireFailure;
import java.util.Base64;
import java.util.Iterator;
import java.util.Set;

/**
 * The text of an access token (RFC 7515, section 7.1), read strictly before any library sees it: three parts, each in the
 * one canonical spelling of base64url, so that no second text bears the same signature; JSON without a member twice; of
 * headers {@code alg}, {@code typ} and {@code kid} and no other.
 */
record TokenText(String kid, ObjectNode claims) {
    /** In characters; ours have about 900. */
    private static final int MAX_LENGTH = 8 * 1024;

    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");

    /** @throws Unauthenticated if it is anything else */
    static TokenText read(String token) {
        if (token.length() > MAX_LENGTH) {
            throw new Unauthenticated();
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new Unauthenticated();
        }
        decode(parts[2]);
        return new TokenText(keyId(json(parts[0])), json(parts[1]));
    }

    private static String keyId(ObjectNode header) {
        for (Iterator<String> names = header.fieldNames(); names.hasNext(); ) {
            if (!HEADERS.contains(names.next())) {
                throw new Unauthenticated();
            }
        }
        if (!"RS256".equals(text(header, "alg")) || !"at+jwt".equals(text(header, "typ"))) {
            throw new Unauthenticated();
        }
        return text(header, "kid");
    }

    /** @throws Unauthenticated if there is no such text */
    static String text(ObjectNode json, String member) {
        JsonNode value = json.get(member);
        if (value == null || !value.isTextual()) {
            throw new Unauthenticated();
        }
        return value.textValue();
    }

    private static ObjectNode json(String part) {
        try {
            return JsonBody.parse(decode(part));
        } catch (WireFailure malformed) {
            throw new Unauthenticated();
        }
    }

    private static byte[] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                return bytes;
            }
            throw new Unauthenticated();
        } catch (IllegalArgumentException notBase64Url) {
            throw new Unauthenticated();
        }
    }
}
