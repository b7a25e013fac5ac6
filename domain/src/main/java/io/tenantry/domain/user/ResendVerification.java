package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivingPort;

/** Sends the verification mail again, if there is such a user and the address is not verified: nobody learns which. */
@DrivingPort
public interface ResendVerification {

    void resend(EmailAddress email);
}
