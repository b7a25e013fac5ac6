package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;

/** Sends the verification mail again, if there is such a user and the address is not verified: nobody learns which. */
@DrivingPort
public interface ResendVerification {

    /** @throws io.tenantry.domain.failure.Throttled if too many were asked for, to this address or from that of the device */
    void resend(Command command);

    record Command(EmailAddress email, Device device) {}
}
