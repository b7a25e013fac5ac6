package io.tenantry.domain.credential;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;

/**
 * Sets a new password by the token from a mail. Every session of the user ends, the address counts as verified, nobody is
 * signed in. The token works once; a refused password does not spend it.
 */
@DrivingPort
public interface ResetPassword {

    /**
     * @throws io.tenantry.domain.failure.InvalidOneTimeToken if the token does not serve
     * @throws io.tenantry.domain.failure.InvalidInput if the password breaks {@link PasswordRules}
     */
    void reset(Command command);

    record Command(SecretToken token, Password password, Device device) {}
}
