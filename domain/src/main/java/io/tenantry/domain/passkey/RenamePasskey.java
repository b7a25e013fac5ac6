package io.tenantry.domain.passkey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;

/** Gives one of the caller's passkeys another name. */
@DrivingPort
public interface RenamePasskey {

    /**
     * @throws io.tenantry.domain.failure.NotFound if it is not the caller's
     * @throws io.tenantry.domain.failure.InvalidInput if {@link Passkey#problemWithName} has something against the name
     */
    Passkey rename(Command command);

    /** @param name as it was typed: it is trimmed */
    record Command(Principal by, PasskeyId passkey, String name, Device device) {}
}
