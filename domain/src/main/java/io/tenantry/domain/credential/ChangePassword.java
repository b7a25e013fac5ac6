package io.tenantry.domain.credential;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/** Sets another password for who knows the one they have. The user's other sessions end; they are told by mail. */
@DrivingPort
public interface ChangePassword {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if the current password is wrong ({@code currentPassword}), or the new
     *     one breaks a rule ({@code password})
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords came before
     */
    void change(Command command);

    record Command(Principal by, Password current, Password next, Device device) {}
}
