package io.tenantry.http.oauth;

import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.http.wire.ErrorShape;
import io.tenantry.http.wire.Refusal;
import io.tenantry.http.wire.WireFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The errors of {@code /oauth}: {@code error} and {@code error_description} (RFC 6749, section 5.2). */
public final class OAuthErrors implements ErrorShape {
    private static final String INVALID_REQUEST = "invalid_request";
    private static final String INVALID_SCOPE = "invalid_scope";
    private static final String UNSUPPORTED_GRANT_TYPE = "unsupported_grant_type";
    /** What is thrown in OAuth's own words. */
    private static final Set<String> WORDS = Set.of(INVALID_REQUEST, INVALID_SCOPE, UNSUPPORTED_GRANT_TYPE);

    /** By status, what is neither. Of the two last RFC 6749, section 4.1.2.1, has the words. */
    private static final Map<Integer, String> BY_STATUS = Map.of(
            401, "invalid_client",
            429, "temporarily_unavailable",
            500, "server_error",
            503, "temporarily_unavailable");

    static WireFailure invalidRequest(String description) {
        return new WireFailure(400, INVALID_REQUEST, description);
    }

    static WireFailure invalidScope() {
        return new WireFailure(400, INVALID_SCOPE, "The key does not give these scopes");
    }

    static WireFailure unsupportedGrantType() {
        return new WireFailure(400, UNSUPPORTED_GRANT_TYPE, "Only client_credentials is supported");
    }

    @Override
    public ErrorAnswer answer(Refusal refusal, String reference) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", word(refusal));
        body.put("error_description", description(refusal, reference));
        return ErrorAnswer.json(refusal.status(), body);
    }

    @Override
    public String challenge() {
        return "Basic realm=\"Tenantry\", charset=\"UTF-8\"";
    }

    private static String word(Refusal refusal) {
        if (WORDS.contains(refusal.code())) {
            return refusal.code();
        }
        if (refusal.fields().containsKey(InvalidInput.SCOPE)) {
            return INVALID_SCOPE;
        }
        return BY_STATUS.getOrDefault(refusal.status(), INVALID_REQUEST);
    }

    /** Of the characters that section 5.2 allows: ours are. Names the fields at fault, and of a fault what to look for in the log. */
    private static String description(Refusal refusal, String reference) {
        if (refusal.isFault()) {
            return refusal.text() + ", reference " + reference;
        }
        return refusal.hasFields()
                ? refusal.text() + ": " + String.join(", ", refusal.fields().keySet())
                : refusal.text();
    }
}
