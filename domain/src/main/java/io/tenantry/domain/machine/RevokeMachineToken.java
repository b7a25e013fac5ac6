package io.tenantry.domain.machine;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;

/** Ends a token of the key that calls (RFC 7009), on every node within a second; of another's nothing changes. */
@DrivingPort
public interface RevokeMachineToken {

    /** @param claims of a token whose signature and time the adapter has checked */
    void revoke(KeyPrincipal by, MachineClaims claims, Device device);
}
