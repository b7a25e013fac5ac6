package io.tenantry.domain.passkey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/** Gives one of the caller's passkeys another name. */
@DrivingPort
public interface RenamePasskey {

    /** @throws io.tenantry.domain.failure.NotFound if it is not the caller's */
    Passkey rename(Command command);

    /** @param name of 1 to 100 code points */
    record Command(Principal by, PasskeyId passkey, String name, Device device) {}
}
