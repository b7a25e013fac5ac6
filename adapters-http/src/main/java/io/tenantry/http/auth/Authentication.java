package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.Authenticate;
import io.tenantry.domain.session.Principal;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out who calls: by {@code Authorization: Bearer} (RFC 6750, section 2.1), or where no such header came by the session
 * cookie. A token anywhere else, in a query string say, is not looked at.
 */
public final class Authentication {
    private static final String PRINCIPAL = "io.tenantry.http.principal";
    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/=-]+)", Pattern.CASE_INSENSITIVE);

    private final JwtCodec codec;
    private final Authenticate authenticate;
    private final SessionCookies cookies;

    public Authentication(JwtCodec codec, Authenticate authenticate, SessionCookies cookies) {
        this.codec = codec;
        this.authenticate = authenticate;
        this.cookies = cookies;
    }

    /** Who calls a route that is not public. */
    public static Principal principal(Context ctx) {
        Principal principal = ctx.attribute(PRINCIPAL);
        if (principal == null) {
            throw new Unauthenticated();
        }
        return principal;
    }

    /** @throws Unauthenticated if the request shows no token, or one that does not hold */
    public Principal authenticate(Context ctx) {
        Principal principal = authenticate.authenticate(codec.verify(token(ctx)));
        ctx.attribute(PRINCIPAL, principal);
        return principal;
    }

    /** Whether the caller relies on a header, and not on cookies that a browser adds by itself. */
    static boolean hasHeader(Context ctx) {
        return ctx.header("Authorization") != null;
    }

    private String token(Context ctx) {
        List<String> headers = Collections.list(ctx.req().getHeaders("Authorization"));
        if (headers.isEmpty()) {
            return cookies.access(ctx).orElseThrow(Unauthenticated::new);
        }
        Matcher bearer = BEARER.matcher(headers.get(0));
        if (headers.size() > 1 || !bearer.matches()) {
            throw new Unauthenticated();
        }
        return bearer.group(1);
    }
}
