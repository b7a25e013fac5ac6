package io.tenantry.http.api.service;

import io.javalin.http.Context;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.WireFailure;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /health}: whether the process lives, and whether it can answer. */
public final class HealthRoutes {
    private static final Map<String, String> UP = Map.of("status", "up");

    private final Supplier<Optional<String>> notReady;

    public HealthRoutes(Supplier<Optional<String>> notReady) {
        this.notReady = notReady;
    }

    public void mount(Routes routes) {
        routes.get("/health/live", RouteAccess.PUBLIC, ctx -> Json.answer(ctx, 200, UP));
        routes.get("/health/ready", RouteAccess.PUBLIC, this::ready);
    }

    private void ready(Context ctx) {
        notReady.get().ifPresent(reason -> {
            throw new WireFailure(503, "unavailable", reason);
        });
        Json.answer(ctx, 200, UP);
    }
}
