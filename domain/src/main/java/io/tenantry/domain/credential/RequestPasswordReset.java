package io.tenantry.domain.credential;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.EmailAddress;

/** Mails a link to set a new password, if there is such a user: nobody learns which. Changes nothing on the account. */
@DrivingPort
public interface RequestPasswordReset {

    /** @throws io.tenantry.domain.failure.Throttled if too many were asked for, to this address or from that of the device */
    void request(Command command);

    record Command(EmailAddress email, Device device) {}
}
