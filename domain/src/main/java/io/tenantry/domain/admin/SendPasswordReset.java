package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.UserId;

/** Mails a user a link by which they set a new password: nobody sets another's. For operators. */
@DrivingPort
public interface SendPasswordReset {

    /**
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors
     * @throws io.tenantry.domain.failure.NotFound if there is no such user
     */
    void send(Principal by, UserId user, Device device);
}
