package io.tenantry.http.auth;

import io.javalin.security.RouteRole;

/** Who may call a route. A route that does not say is refused to everybody. */
public enum RouteAccess implements RouteRole {
    /** Anybody. */
    PUBLIC,
    /** Anybody; but whoever shows a token, or the cookies of a session, must show one that holds. */
    PUBLIC_OR_USER,
    /** Who shows an access token of a user that holds; API keys, and their tokens, may not. */
    USER,
    /** Who shows an access token or an API key that holds: what the key may do is for the use case to say. */
    USER_OR_KEY,
    /** Who operates the installation, and has shown two factors in this session. */
    OPERATOR
}
