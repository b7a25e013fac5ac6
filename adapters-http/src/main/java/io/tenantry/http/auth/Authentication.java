package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.Authenticate;
import io.tenantry.domain.session.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

    /** Who calls, as far as it was found out. */
    public static Optional<Principal> known(Context ctx) {
        return Optional.ofNullable(ctx.attribute(PRINCIPAL));
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

    /** Whether the request shows anything by which somebody may be signed in, good or not. */
    boolean isTried(Context ctx) {
        return hasHeader(ctx) || cookies.arePresent(ctx);
    }

    /** Whether the caller says in a header who it is, rightly or not: then its cookies count for nothing. */
    static boolean hasHeader(Context ctx) {
        return !headers(ctx).isEmpty();
    }

    /** Whether the caller shows a bearer token, good or not, which no browser adds by itself. */
    static boolean hasBearer(Context ctx) {
        return bearer(ctx).isPresent();
    }

    private String token(Context ctx) {
        Optional<String> token = hasHeader(ctx) ? bearer(ctx) : cookies.access(ctx);
        return token.orElseThrow(Unauthenticated::new);
    }

    /** The bearer token of the one header; none if there are several. */
    private static Optional<String> bearer(Context ctx) {
        List<String> headers = headers(ctx);
        return headers.size() == 1
                ? Optional.of(BEARER.matcher(headers.get(0)))
                        .filter(Matcher::matches)
                        .map(bearer -> bearer.group(1))
                : Optional.empty();
    }

    private static List<String> headers(Context ctx) {
        return Collections.list(ctx.req().getHeaders("Authorization"));
    }
}
