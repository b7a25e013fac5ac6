package io.tenantry.domain.user;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;

/** Signs a person up, without a tenant; a mail asks them to verify the address, which they must before they sign in. */
@DrivingPort
public interface RegisterUser {

    /**
     * @throws io.tenantry.domain.failure.SignupClosed where registration is by invitation
     * @throws io.tenantry.domain.failure.EmailTaken if a user has this address
     * @throws io.tenantry.domain.failure.InvalidInput if the password breaks {@link
     *     io.tenantry.domain.credential.PasswordRules}
     */
    User register(Command command);

    record Command(EmailAddress email, PersonName name, Password password, Device device) {}
}
