package io.tenantry.http.auth;

import io.javalin.security.RouteRole;

/** Who may call a route. A route that does not say is refused to everybody. */
public enum RouteAccess implements RouteRole {
    /** Anybody. */
    PUBLIC,
    /** Anybody; but whoever shows a token, or the cookies of a session, must show one that holds. */
    PUBLIC_OR_USER,
    /** Who shows an access token that holds. */
    USER,
    /** Who operates the installation, and has shown two factors in this session. */
    OPERATOR
}
