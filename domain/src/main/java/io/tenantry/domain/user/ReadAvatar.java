package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Principal;

/** Gives a user's picture to them and to those who share a tenant with them. */
@DrivingPort
public interface ReadAvatar {

    /** @throws io.tenantry.domain.failure.NotFound if there is none, or the caller may not see it */
    Avatar read(Command command);

    record Command(Principal by, UserId of) {}
}
