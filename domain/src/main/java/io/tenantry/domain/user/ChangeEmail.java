package io.tenantry.domain.user;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/**
 * Asks for another e-mail address. It becomes the user's when the link that is mailed to it is confirmed; the old address
 * gets a notice. The answer is the same when the new address is another user's: then that mail says so.
 */
@DrivingPort
public interface ChangeEmail {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if the password is wrong ({@code password}), or the address is the one
     *     that the user has ({@code email})
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords came before, or too many mails were asked for
     */
    void change(Command command);

    record Command(Principal by, EmailAddress newEmail, Optional<Password> password, Device device) {}
}
