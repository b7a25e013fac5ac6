package io.tenantry.http.api.user;

import io.javalin.http.Context;
import io.tenantry.domain.user.WhoAmI;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Json;

/** {@code /api/v1/me}: who calls. */
public final class MeRoutes {
    private final WhoAmI whoAmI;

    public MeRoutes(WhoAmI whoAmI) {
        this.whoAmI = whoAmI;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/me", RouteAccess.USER, this::me);
    }

    private void me(Context ctx) {
        Json.answer(ctx, 200, MeJson.of(whoAmI.whoAmI(Authentication.principal(ctx))));
    }
}
