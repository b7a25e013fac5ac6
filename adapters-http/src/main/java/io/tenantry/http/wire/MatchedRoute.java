package io.tenantry.http.wire;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import org.eclipse.jetty.server.Request;

/** Which route a request has found, by its pattern: nothing that a caller typed. */
public final class MatchedRoute {
    private static final String NONE = "none";
    /** The attribute of a request that bears it, in Jetty and in servlets alike. */
    private static final String ATTRIBUTE = "io.tenantry.http.route";

    private MatchedRoute() {}

    /** Notes the route of a request that has found one. */
    public static void note(Context ctx) {
        ctx.attribute(ATTRIBUTE, of(ctx));
    }

    public static String of(Context ctx) {
        Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
        return matched == null ? NONE : matched.path;
    }

    /** What was noted. */
    static String of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof String pattern ? pattern : NONE;
    }
}
