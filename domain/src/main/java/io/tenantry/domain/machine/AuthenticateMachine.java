package io.tenantry.domain.machine;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.KeyPrincipal;

/** Decides whether the claims of a key's access token, whose signature and time the adapter has checked, still hold. */
@DrivingPort
public interface AuthenticateMachine {

    /**
     * @throws io.tenantry.domain.failure.Unauthenticated if the token was revoked, or the key is not good just now, or has another secret
     *     since than the token was made for
     */
    KeyPrincipal authenticate(MachineClaims claims);
}
