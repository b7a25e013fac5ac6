package io.tenantry.domain.social;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/** Takes a linked account away; the user is told by mail. */
@DrivingPort
public interface UnlinkIdentity {

    /**
     * @throws io.tenantry.domain.failure.NotFound if it is not the caller's
     * @throws io.tenantry.domain.failure.LastSignInMethod if the user could not sign in any more
     */
    void unlink(Command command);

    record Command(Principal by, LinkedIdentityId identity, Device device) {}
}
