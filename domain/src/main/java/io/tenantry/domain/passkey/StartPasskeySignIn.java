package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import java.util.Optional;

/** Begins a sign-in by passkey, or the second step of one by password. Tells nobody whether an account exists. */
@DrivingPort
public interface StartPasskeySignIn {

    /**
     * @throws io.tenantry.domain.failure.InvalidCode if a challenge was named that serves no more
     * @throws io.tenantry.domain.failure.Throttled if too many failed before from this address
     */
    Started start(Command command);

    /** @param challenge of the sign-in whose second step this is to be */
    record Command(Optional<SecretToken> challenge, Device device) {}

    /**
     * @param ceremony to be shown with the answer; 5 minutes long
     * @param options JSON for the browser
     */
    record Started(SecretToken ceremony, String options) {}
}
