package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.EmailAddress;
import java.util.Optional;

/** Begins to set up a code generator. It is asked for only once {@link ConfirmTotp} has shown that it works. */
@DrivingPort
public interface StartTotp {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if the password is wrong ({@code password})
     * @throws io.tenantry.domain.failure.AlreadyEnrolled if the user has one that works
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords came before
     */
    Started start(Command command);

    record Command(Principal by, Optional<Password> password, Device device) {}

    /** @param account how the generator is to name the account */
    record Started(TotpSecret secret, EmailAddress account) {}
}
