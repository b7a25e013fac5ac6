package io.tenantry.http.api.tenant;

import io.javalin.http.Context;
import io.tenantry.domain.tenant.CheckSlug;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Json;
import java.util.Map;

/** {@code /api/v1/slugs/{slug}}: whether it can be had. For who signs up, and so for anybody. */
public final class SlugRoutes {
    private final CheckSlug checkSlug;
    private final Caller caller;

    public SlugRoutes(CheckSlug checkSlug, Caller caller) {
        this.checkSlug = checkSlug;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/slugs/{slug}", RouteAccess.PUBLIC, this::check);
    }

    private void check(Context ctx) {
        boolean available = checkSlug.available(ctx.pathParam("slug"), caller.device(ctx.req()));
        Json.answer(ctx, 200, Map.of("available", available));
    }
}
