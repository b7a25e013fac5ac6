package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;

/** Disables a user, or takes that back. All sessions of a disabled user end at once. For operators. */
@DrivingPort
public interface DisableUser {

    /**
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors, or it is themselves
     * @throws io.tenantry.domain.failure.NotFound if there is no such user
     */
    User disable(Command command);

    record Command(Principal by, UserId user, boolean disabled, Device device) {}
}
