package io.tenantry.domain.session;

/** How a session is kept going. It keeps the kind that it was opened with. */
public enum SessionKind {
    /** Each refresh token works once and gives its successor (RFC 9700, section 4.14.2). */
    ROTATING,
    /** One refresh token, a random UUID, stays for the session's life. */
    FIXED,
    /** No refresh token: the session ends with its one access token. */
    ACCESS_ONLY
}
