package io.tenantry.http.api.session;

import io.javalin.http.Context;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.http.auth.CookieSessions;
import io.tenantry.http.auth.JwtCodec;
import io.tenantry.http.auth.PasswordSignIn;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.auth.SessionCalls;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import java.util.Optional;

/** {@code /api/v1/session}: signs in, refreshes, signs out. These sessions rotate their refresh tokens. */
public final class SessionRoutes {
    private static final String REFRESH_TOKEN = "refreshToken";

    private final PasswordSignIn passwordSignIn;
    private final SessionCalls sessionCalls;
    private final CookieSessions cookieSessions;
    private final JwtCodec codec;

    public SessionRoutes(
            PasswordSignIn passwordSignIn, SessionCalls sessionCalls, CookieSessions cookieSessions, JwtCodec codec) {
        this.passwordSignIn = passwordSignIn;
        this.sessionCalls = sessionCalls;
        this.cookieSessions = cookieSessions;
        this.codec = codec;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/session", RouteAccess.PUBLIC, this::signIn);
        routes.post("/api/v1/session/refresh", RouteAccess.PUBLIC, this::refresh);
        // Public, since it also ends a session whose access token has run out, by its refresh cookie.
        routes.delete("/api/v1/session", RouteAccess.PUBLIC, this::end);
    }

    private void signIn(Context ctx) {
        passwordSignIn.answer(ctx, SessionKind.ROTATING, SignedInJson.SHAPE);
    }

    private void refresh(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        if (!fields.has(REFRESH_TOKEN)) {
            Json.answer(ctx, 200, SignedInJson.SHAPE.withCookies(cookieSessions.refresh(ctx)));
            return;
        }
        Optional<String> token = fields.line(REFRESH_TOKEN);
        fields.check();
        SignedIn signedIn = sessionCalls.refresh(ctx, new RefreshToken(token.orElseThrow()), SessionKind.ROTATING);
        Json.answer(ctx, 200, SignedInJson.SHAPE.withTokens(signedIn, codec.sign(signedIn.claims())));
    }

    private void end(Context ctx) {
        cookieSessions.end(ctx);
        ctx.status(204);
    }
}
