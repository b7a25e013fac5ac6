package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.http.wire.WireFailure;
import java.util.Set;

/**
 * Refuses what another site's page makes a browser do in its user's name: a request that changes something, carries the
 * session's cookies and may rely on them must come from the same origin, or from one that is listed. It does not rely on them
 * if it shows a bearer token or an API key: then no route looks at the cookies.
 */
public final class OriginCheck {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Origins origins;
    private final SessionCookies cookies;

    public OriginCheck(Origins origins, SessionCookies cookies) {
        this.origins = origins;
        this.cookies = cookies;
    }

    /** @throws WireFailure 403 */
    public void require(Context ctx) {
        boolean relevant =
                !SAFE.contains(ctx.req().getMethod()) && !Authentication.hasToken(ctx) && cookies.arePresent(ctx);
        if (relevant && !isOurs(ctx.header("Sec-Fetch-Site"), ctx.header("Origin"))) {
            throw WireFailure.foreignOrigin();
        }
    }

    private boolean isOurs(String fetchSite, String origin) {
        if ("same-origin".equals(fetchSite)) {
            return true;
        }
        // Every browser sends one of the two with such a request.
        return origin == null ? fetchSite == null : origins.isOwnOrListed(origin);
    }
}
