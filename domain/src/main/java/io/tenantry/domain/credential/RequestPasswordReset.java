package io.tenantry.domain.credential;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.user.EmailAddress;

/** Mails a link to set a new password, if there is such a user: nobody learns which. Changes nothing on the account. */
@DrivingPort
public interface RequestPasswordReset {

    void request(EmailAddress email);
}
