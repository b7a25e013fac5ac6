package io.tenantry.http.oauth;

import io.javalin.http.Context;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.http.wire.Form;
import io.tenantry.http.wire.FormText;
import io.tenantry.http.wire.WireFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * By what a program shows which key is its own (RFC 6749, section 2.3.1): by {@code Basic}, in the body, or as a bearer of the
 * key; in one of these ways.
 *
 * @param id of the key; empty if a bearer names none
 * @param secret the key as it was shown
 */
record ClientCredentials(Optional<String> id, String secret) {
    private static final String ID = "client_id";
    private static final String SECRET = "client_secret";
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    /**
     * @throws WireFailure 400 if the program shows it in two ways
     * @throws Unauthenticated if it shows nothing that can be read
     */
    static ClientCredentials read(Context ctx, Form form) {
        List<String> headers = Collections.list(ctx.req().getHeaders("Authorization"));
        if (headers.isEmpty()) {
            return ofBody(form);
        }
        if (headers.size() > 1 || form.value(SECRET).isPresent()) {
            throw twoWays();
        }
        ClientCredentials shown = ofHeader(headers.get(0));
        if (form.value(ID).filter(id -> !Optional.of(id).equals(shown.id)).isPresent()) {
            throw twoWays();
        }
        return shown;
    }

    private static ClientCredentials ofBody(Form form) {
        String id = form.value(ID).orElseThrow(Unauthenticated::new);
        return new ClientCredentials(Optional.of(id), form.value(SECRET).orElseThrow(Unauthenticated::new));
    }

    private static ClientCredentials ofHeader(String header) {
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return new ClientCredentials(
                    Optional.empty(), header.substring(BEARER.length()).strip());
        }
        if (!scheme.startsWith(BASIC)) {
            throw new Unauthenticated();
        }
        return ofBasic(header.substring(BASIC.length()).strip());
    }

    /** Both are encoded as in a form, so the first colon stands between them. */
    private static ClientCredentials ofBasic(String encoded) {
        String pair = new String(decode(encoded), StandardCharsets.ISO_8859_1);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new Unauthenticated();
        }
        try {
            return new ClientCredentials(
                    Optional.of(FormText.decode(pair.substring(0, colon))), FormText.decode(pair.substring(colon + 1)));
        } catch (WireFailure malformed) {
            throw new Unauthenticated();
        }
    }

    private static byte[] decode(String base64) {
        try {
            byte[] pair = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(pair).equals(base64)) {
                return pair;
            }
            throw new Unauthenticated();
        } catch (IllegalArgumentException noBase64) {
            throw new Unauthenticated();
        }
    }

    private static WireFailure twoWays() {
        return OAuthErrors.invalidRequest("The client must authenticate in one way");
    }

    @Override
    public String toString() {
        return "ClientCredentials[redacted]";
    }
}
