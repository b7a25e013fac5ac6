package io.tenantry.http.oauth;

import io.tenantry.http.ApiKey;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Speaks to {@code /oauth} as clients do. */
final class Forms {
    static final String GRANT = "grant_type=client_credentials";

    private Forms() {}

    static Reply post(TestServer server, String path, String form, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return server.client().send("POST", path, form.getBytes(StandardCharsets.UTF_8), all);
    }

    static String basic(String id, String secret) {
        String pair = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String basic(ApiKey key) {
        return basic(key.id(), key.secret());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The token of a key, for all that it gives. */
    static String token(ApiKey key) {
        return token(key, "");
    }

    static String token(ApiKey key, String more) {
        return post(key.server(), "/oauth/token", GRANT + more, "Authorization", basic(key))
                .at("/access_token");
    }

    static Reply introspect(ApiKey by, String token) {
        return post(by.server(), "/oauth/introspect", "token=" + encoded(token), "Authorization", basic(by));
    }

    static Reply revoke(ApiKey by, String token) {
        return post(by.server(), "/oauth/revoke", "token=" + encoded(token), "Authorization", basic(by));
    }
}
