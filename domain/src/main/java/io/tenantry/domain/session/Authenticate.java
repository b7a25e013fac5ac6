package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivingPort;

/** Decides whether the claims of an access token, whose signature and time the adapter has checked, still hold. */
@DrivingPort
public interface Authenticate {

    /**
     * @throws io.tenantry.domain.failure.Unauthenticated if the session is over, the user is no more or disabled, or the token's tenant is
     *     not active
     */
    Principal authenticate(AccessClaims claims);
}
