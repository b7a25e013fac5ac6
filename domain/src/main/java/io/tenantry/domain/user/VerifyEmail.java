package io.tenantry.domain.user;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;

/** Shows, by the token from a mail, that an address is its user's. May be repeated until the token expires. */
@DrivingPort
public interface VerifyEmail {

    /** @throws io.tenantry.domain.failure.InvalidOneTimeToken if the token does not serve */
    User verify(Command command);

    record Command(SecretToken token, Device device) {}
}
