package io.tenantry.http.contract;

import io.javalin.http.Context;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.http.auth.CookieSessions;
import io.tenantry.http.auth.PasswordSignIn;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.contract.frontendauth.FrontendAuthRoutes;
import io.tenantry.http.contract.statuswatch.StatuswatchErrors;
import io.tenantry.http.contract.statuswatch.StatuswatchRoutes;
import io.tenantry.http.contract.stockshift.StockshiftErrors;
import io.tenantry.http.contract.stockshift.StockshiftRoutes;
import io.tenantry.http.wire.ErrorShape;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.JsonBody;
import java.util.List;

/**
 * The paths below {@code /api/auth} that several contracts share: which one a request is for shows in the members of its
 * body; a sign-in is answered in the words of both that have it.
 */
public final class AuthPathDispatcher {
    private static final ErrorShape STOCKSHIFT = new StockshiftErrors();
    private static final ErrorShape STATUSWATCH = new StatuswatchErrors();
    private static final List<String> STOCKSHIFT_REGISTRATION = List.of("tenantName", "tenantSlug", "userEmail");

    private final StockshiftRoutes stockshift;
    private final StatuswatchRoutes statuswatch;
    private final FrontendAuthRoutes frontendAuth;
    private final PasswordSignIn passwordSignIn;
    private final CookieSessions cookieSessions;

    public AuthPathDispatcher(
            StockshiftRoutes stockshift,
            StatuswatchRoutes statuswatch,
            FrontendAuthRoutes frontendAuth,
            PasswordSignIn passwordSignIn,
            CookieSessions cookieSessions) {
        this.stockshift = stockshift;
        this.statuswatch = statuswatch;
        this.frontendAuth = frontendAuth;
        this.passwordSignIn = passwordSignIn;
        this.cookieSessions = cookieSessions;
    }

    public void mount(Routes routes) {
        routes.making("/api/auth/register", RouteAccess.PUBLIC, AuthPathDispatcher::claimRegistration, this::register);
        routes.post("/api/auth/logout", RouteAccess.PUBLIC, this::logout);
        routes.post("/api/auth/login", RouteAccess.PUBLIC, this::login);
    }

    /** Before anything else can be refused: so that it is in the words of the contract whose body it is. */
    private static void claimRegistration(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        if (isStockshift(fields)) {
            STOCKSHIFT.claim(ctx);
        } else if (isStatuswatch(fields)) {
            STATUSWATCH.claim(ctx);
        }
    }

    private void register(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        if (isStockshift(fields)) {
            stockshift.register(ctx, fields);
        } else if (isStatuswatch(fields)) {
            statuswatch.register(ctx, fields);
        } else {
            frontendAuth.register(ctx, fields);
        }
    }

    private static boolean isStockshift(Fields fields) {
        return STOCKSHIFT_REGISTRATION.stream().anyMatch(fields::has);
    }

    private static boolean isStatuswatch(Fields fields) {
        return fields.has("organization_name");
    }

    private void logout(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        if (fields.has("refreshToken")) {
            STOCKSHIFT.claim(ctx);
            stockshift.logout(ctx, fields);
        } else if (fields.has("refresh")) {
            STATUSWATCH.claim(ctx);
            statuswatch.logout(ctx, fields);
        } else if (cookieSessions.cookies().arePresent(ctx)) {
            frontendAuth.logout(ctx);
        } else {
            throw new Unauthenticated();
        }
    }

    private void login(Context ctx) {
        passwordSignIn.answer(ctx, SessionKind.FIXED, SharedLoginJson.SHAPE);
    }
}
