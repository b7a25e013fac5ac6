package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/** Reads the installation in figures. For operators; noted in the audit. */
@DrivingPort
public interface ReadStatistics {

    /** @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors */
    Statistics read(Principal by, Device device);
}
