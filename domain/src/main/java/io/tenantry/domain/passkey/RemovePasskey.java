package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/** Takes one of the caller's passkeys away. Their other sessions end; they are told by mail. */
@DrivingPort
public interface RemovePasskey {

    /**
     * @throws io.tenantry.domain.failure.NotFound if it is not the caller's
     * @throws io.tenantry.domain.failure.InvalidInput if the password is wrong ({@code password})
     * @throws io.tenantry.domain.failure.SecondFactorNeeded if the user is an operator and has no other second factor
     * @throws io.tenantry.domain.failure.LastSignInMethod if the user could not sign in any more
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords came before
     */
    void remove(Command command);

    record Command(Principal by, PasskeyId passkey, Optional<Password> password, Device device) {}
}
