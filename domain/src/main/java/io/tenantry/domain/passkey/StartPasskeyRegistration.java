package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/**
 * Begins to add a passkey, for who proves once more who they are: with a code too, where a code generator is set up, for a passkey
 * will stand for both.
 */
@DrivingPort
public interface StartPasskeyRegistration {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if the password is wrong ({@code password}), or the code is, or is missing where
     *     one is wanted ({@code code})
     * @throws io.tenantry.domain.failure.AlreadyEnrolled if the user has {@link Passkey#MAX_PER_USER}
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords or codes came before
     */
    Started start(Command command);

    /** @param code of the user's generator, or one for recovery; not looked at where no generator is set up */
    record Command(Principal by, Optional<Password> password, Optional<String> code, Device device) {

        @Override
        public String toString() {
            return "StartPasskeyRegistration.Command[redacted]";
        }
    }

    /**
     * @param ceremony to be shown with the answer; 5 minutes long
     * @param options JSON for the browser
     */
    record Started(SecretToken ceremony, String options) {}
}
