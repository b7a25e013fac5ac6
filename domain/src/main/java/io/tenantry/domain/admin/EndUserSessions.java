package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;

/** Ends all sessions of a user. For operators. */
@DrivingPort
public interface EndUserSessions {

    /**
     * @return whose sessions ended
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors
     * @throws io.tenantry.domain.failure.NotFound if there is no such user
     */
    User end(Principal by, UserId user, Device device);
}
