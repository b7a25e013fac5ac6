package io.tenantry.domain.invitation;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;

/** Declines an invitation, by the token in its mail: no account is needed. */
@DrivingPort
public interface DeclineInvitation {

    /** @throws io.tenantry.domain.failure.InvalidOneTimeToken if the token is nobody's, or the invitation is not pending any more */
    void decline(SecretToken token, Device device);
}
