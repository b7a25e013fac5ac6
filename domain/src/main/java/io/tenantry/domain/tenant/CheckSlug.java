package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;

/** Tells whether a slug can be had just now. Throttled by address. */
@DrivingPort
public interface CheckSlug {

    /**
     * False too for what is no slug or is reserved.
     *
     * @throws io.tenantry.domain.failure.Throttled if too much was asked from this address
     */
    boolean available(String slug, Device device);
}
