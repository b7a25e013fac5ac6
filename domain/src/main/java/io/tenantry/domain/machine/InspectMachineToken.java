package io.tenantry.domain.machine;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.KeyPrincipal;
import java.util.Optional;

/** Tells a key's program about a token (RFC 7662). */
@DrivingPort
public interface InspectMachineToken {

    /**
     * The token, with the scopes that it gives just now; empty if it does not hold, or is of another tenant.
     *
     * @param claims of a token whose signature and time the adapter has checked
     */
    Optional<MachineClaims> inspect(KeyPrincipal by, MachineClaims claims);
}
