package io.tenantry.http.auth;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.tenantry.http.wire.WireFailure;
import java.util.Set;

/** Asks before every route whether it may be called. A route that names no role is refused. */
public final class AccessRules {
    private final InternalRouter router;
    private final Authentication authentication;

    public AccessRules(JavalinConfig config, Authentication authentication) {
        this.router = config.unsafe.internalRouter;
        this.authentication = authentication;
    }

    /**
     * @throws WireFailure 403 if the route says not who may call it, is for users, and a key calls, or for operators, and the
     *     caller is none
     * @throws io.tenantry.domain.failure.Unauthenticated if it is for users, and the caller is none
     */
    public void require(Context ctx) {
        Set<? extends RouteRole> roles = roles(ctx);
        if (roles.isEmpty()) {
            throw WireFailure.noAccess();
        }
        boolean offered = roles.contains(RouteAccess.PUBLIC_OR_USER) && authentication.isTried(ctx);
        if (roles.contains(RouteAccess.USER_OR_KEY)) {
            authentication.authenticate(ctx);
        } else if (offered || roles.contains(RouteAccess.USER)) {
            authentication.authenticateUser(ctx);
        }
        if (roles.contains(RouteAccess.OPERATOR)
                && !authentication.authenticateUser(ctx).operator()) {
            throw WireFailure.noAccess();
        }
    }

    /** Javalin knows no roles of a {@code HEAD} that it answers for a {@code GET}. */
    private Set<? extends RouteRole> roles(Context ctx) {
        if (!ctx.method().equals(HandlerType.HEAD) || !ctx.routeRoles().isEmpty()) {
            return ctx.routeRoles();
        }
        ParsedEndpoint get = router.findFirstHttpHandlerEntry(HandlerType.GET, ctx.path());
        Roles roles = get == null ? null : get.endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }
}
