package io.tenantry.http.auth;

import io.javalin.security.RouteRole;

/** Who may call a route. A route that does not say is refused to everybody. */
public enum RouteAccess implements RouteRole {
    /** Anybody. */
    PUBLIC,
    /** Who shows an access token that holds. */
    USER
}
