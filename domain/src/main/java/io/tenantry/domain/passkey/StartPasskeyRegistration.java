package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/** Begins to add a passkey, for who proves once more who they are. */
@DrivingPort
public interface StartPasskeyRegistration {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if the password is wrong ({@code password})
     * @throws io.tenantry.domain.failure.AlreadyEnrolled if the user has {@link Passkey#MAX_PER_USER}
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords came before
     */
    Started start(Command command);

    record Command(Principal by, Optional<Password> password, Device device) {}

    /**
     * @param ceremony to be shown with the answer; 5 minutes long
     * @param options JSON for the browser
     */
    record Started(SecretToken ceremony, String options) {}
}
