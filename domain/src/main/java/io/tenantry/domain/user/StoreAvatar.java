package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Principal;

/** Sets the caller's picture. */
@DrivingPort
public interface StoreAvatar {

    void store(Command command);

    record Command(Principal by, Avatar avatar) {}
}
