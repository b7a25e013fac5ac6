package io.tenantry.domain.user;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;

/** Makes an address the user's, by the token that was mailed to it: verified, and told to the old one. Works once. */
@DrivingPort
public interface ConfirmEmail {

    /**
     * @throws io.tenantry.domain.failure.InvalidOneTimeToken if the token does not serve
     * @throws io.tenantry.domain.failure.EmailTaken if the address has become another's
     */
    User confirm(Command command);

    record Command(SecretToken token, Device device) {}
}
