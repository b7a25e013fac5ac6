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

    /** Which session, and from where that is asked for. */
    sealed interface Command {
        Device device();
    }

    /** By its refresh token, on a route that serves one kind. */
    record ByRefreshToken(RefreshToken token, SessionKind kind, Device device) implements Command {}

    /** The caller's own. Ending it twice is no error. */
    record Own(Principal principal, Device device) implements Command {}

    /** Another of the caller's. {@link io.tenantry.domain.failure.NotFound} if it is not theirs, or over. */
    record OneOf(Principal principal, SessionId session, Device device) implements Command {}

    /**
     * All of the caller's but the one by which they call. What was asked for in one of the others ends with them: another address
     * of mail that is not yet confirmed cannot be any more.
     */
    record AllOthers(Principal principal, Device device) implements Command {}
}
