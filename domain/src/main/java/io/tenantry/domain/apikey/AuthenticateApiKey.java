package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;

/** Finds out which key calls. */
@DrivingPort
public interface AuthenticateApiKey {

    /**
     * @param shown whatever was shown as a key
     * @throws io.tenantry.domain.failure.Unauthenticated if it is none, or not good just now
     * @throws io.tenantry.domain.failure.Throttled if the address has shown too many that were none
     */
    KeyPrincipal authenticate(String shown, Device device);
}
