package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.apikey.ApiKeySecret;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a request says in a header who calls: {@code Authorization: Bearer} (RFC 6750, section 2.1) or {@code X-API-Key}, one of
 * them, once.
 *
 * @param value good or not
 * @param isKey whether it is meant to be an API key
 */
record HeaderToken(String value, boolean isKey) {
    private static final String AUTHORIZATION = "Authorization";
    private static final String API_KEY = "X-API-Key";
    private static final Pattern BEARER = Pattern.compile("Bearer ++([A-Za-z0-9._~+/=-]++)", Pattern.CASE_INSENSITIVE);

    /** Whether there is any such header, rightly or not. */
    static boolean isTried(Context ctx) {
        return ctx.header(AUTHORIZATION) != null || ctx.header(API_KEY) != null;
    }

    /** Empty also if there are several, or it is of another scheme. */
    static Optional<HeaderToken> of(Context ctx) {
        List<String> bearers = all(ctx, AUTHORIZATION);
        List<String> keys = all(ctx, API_KEY);
        if (bearers.size() + keys.size() != 1) {
            return Optional.empty();
        }
        return keys.isEmpty() ? bearer(bearers.get(0)) : Optional.of(new HeaderToken(keys.get(0), true));
    }

    private static Optional<HeaderToken> bearer(String header) {
        return Optional.of(BEARER.matcher(header))
                .filter(Matcher::matches)
                .map(bearer -> bearer.group(1))
                .map(token -> new HeaderToken(token, ApiKeySecret.looksLikeOne(token)));
    }

    private static List<String> all(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }

    @Override
    public String toString() {
        return "HeaderToken[redacted]";
    }
}
