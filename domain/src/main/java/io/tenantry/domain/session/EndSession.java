package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivingPort;

/** Ends a session: neither its refresh token nor its access tokens work from then on. */
@DrivingPort
public interface EndSession {

    /**
     * @throws io.tenantry.domain.failure.InvalidRefreshToken if named by a refresh token that is unknown or whose session is
     *     over or of another kind than the route's
     */
    void end(Command command);

    /** Which session. */
    sealed interface Command {}

    /** By its refresh token, on a route that serves one kind. */
    record ByRefreshToken(RefreshToken token, SessionKind kind) implements Command {}

    /** The caller's own. Ending it twice is no error. */
    record Own(Principal principal) implements Command {}

    /** Another of the caller's. {@link io.tenantry.domain.failure.NotFound} if it is not theirs, or over. */
    record OneOf(Principal principal, SessionId session) implements Command {}

    /** All of the caller's but the one by which they call. */
    record AllOthers(Principal principal) implements Command {}
}
