package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;

/** Mails a user a link by which they set a new password: nobody sets another's. For operators. */
@DrivingPort
public interface SendPasswordReset {

    /**
     * @return who has it in their mail; the same if they are disabled, and no mail was sent
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors
     * @throws io.tenantry.domain.failure.NotFound if there is no such user
     */
    User send(Principal by, UserId user, Device device);
}
