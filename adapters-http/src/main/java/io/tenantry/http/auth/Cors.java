package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/**
 * Lets pages of the listed origins read answers (the Fetch standard, section 3.2). No other origin is ever named; cookies
 * are for those of the same site.
 */
public final class Cors {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key, X-API-Key";
    private static final String RESPONSE_HEADERS =
            "Idempotency-Replayed, Location, Retry-After, WWW-Authenticate, X-Request-Id";
    private static final String PREFLIGHT_SECONDS = "600";

    private final Origins origins;

    public Cors(Origins origins) {
        this.origins = origins;
    }

    public void answer(Context ctx) {
        ctx.res().addHeader("Vary", "Origin");
        String origin = ctx.header("Origin");
        if (origin == null || !origins.isListed(origin)) {
            return;
        }
        ctx.header("Access-Control-Allow-Origin", origin);
        if (origins.isSameSite(origin)) {
            ctx.header("Access-Control-Allow-Credentials", "true");
        }
        if (isPreflight(ctx)) {
            ctx.header("Access-Control-Allow-Methods", METHODS);
            ctx.header("Access-Control-Allow-Headers", REQUEST_HEADERS);
            ctx.header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        } else {
            ctx.header("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        }
    }

    private static boolean isPreflight(Context ctx) {
        return ctx.method().equals(HandlerType.OPTIONS) && ctx.header("Access-Control-Request-Method") != null;
    }
}
