package io.tenantry.domain.admin;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/** Revokes any key. For operators; noted in the tenant's audit and in the installation's. */
@DrivingPort
public interface EndApiKey {

    /**
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors
     * @throws io.tenantry.domain.failure.NotFound if there is no such key
     */
    void end(Principal by, ApiKeyId key, Device device);
}
