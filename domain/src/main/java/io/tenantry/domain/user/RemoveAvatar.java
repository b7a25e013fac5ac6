package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Principal;

/** Takes the caller's picture away. No error if there is none. */
@DrivingPort
public interface RemoveAvatar {

    void remove(Principal by);
}
