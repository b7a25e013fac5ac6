package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivingPort;

/** Gives a new access token, in the tenant of the refresh token, and for a rotating session the next refresh token. */
@DrivingPort
public interface RefreshSession {

    /**
     * @throws io.tenantry.domain.failure.InvalidRefreshToken if the token is unknown, its session is over or of the other
     *     kind, or it was spent longer ago than the grace: then the session ends
     * @throws io.tenantry.domain.failure.TenantNotActive if its tenant, or every one of the user's, is not active
     */
    SignedIn refresh(Command command);

    /** @param kind the kind of session that the route at hand serves */
    record Command(RefreshToken token, SessionKind kind, Device device) {}
}
