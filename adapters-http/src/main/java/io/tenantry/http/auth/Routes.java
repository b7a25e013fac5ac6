package io.tenantry.http.auth;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tenantry.domain.idempotency.MakeOnce.Right;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Adds routes, none without saying who may call it. */
public final class Routes {
    private final RoutesConfig routes;
    private final OnceOnly once;

    public Routes(RoutesConfig routes, OnceOnly once) {
        this.routes = routes;
        this.once = once;
    }

    /** {@code HEAD} does what {@code GET} does, and sends no body. */
    public void get(String path, RouteAccess access, Handler handler) {
        routes.get(path, handler, access);
        routes.head(path, handler, access);
    }

    /** For a {@code GET} that has an effect, once, by the contract: its {@code HEAD} has none. */
    public void getWithEffect(String path, RouteAccess access, Handler handler) {
        routes.get(path, handler, access);
        routes.head(path, ctx -> ctx.status(200), access);
    }

    public void post(String path, RouteAccess access, Handler handler) {
        routes.post(path, handler, access);
    }

    /** For a {@code POST} that makes something: it does so once for each {@code Idempotency-Key}. */
    public void making(String path, RouteAccess access, Consumer<Context> make) {
        making(path, access, ctx -> {}, make);
    }

    /** The same, where each request must be looked at first: it makes nothing by that. */
    public void making(String path, RouteAccess access, Consumer<Context> first, Consumer<Context> make) {
        routes.post(path, once.making(first, Optional.empty(), make), access);
    }

    /** The same in a tenant: who has lost the right there since is not answered again. */
    public void makingInTenant(
            String path, RouteAccess access, Function<Context, Right> right, Consumer<Context> make) {
        routes.post(path, once.making(ctx -> {}, Optional.of(right), make), access);
    }

    public void put(String path, RouteAccess access, Handler handler) {
        routes.put(path, handler, access);
    }

    public void patch(String path, RouteAccess access, Handler handler) {
        routes.patch(path, handler, access);
    }

    public void delete(String path, RouteAccess access, Handler handler) {
        routes.delete(path, handler, access);
    }
}
