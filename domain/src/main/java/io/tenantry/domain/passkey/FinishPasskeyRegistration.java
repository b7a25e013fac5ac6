package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.List;

/** Adds the passkey that an authenticator has made. The user's other sessions end; they are told by mail. */
@DrivingPort
public interface FinishPasskeyRegistration {

    /**
     * @throws io.tenantry.domain.failure.InvalidOneTimeToken if the ceremony serves no more, or is another user's
     * @throws io.tenantry.domain.failure.InvalidPasskey if the answer does not hold
     * @throws io.tenantry.domain.failure.InvalidInput if {@link Passkey#problemWithName} has something against the name
     * @throws io.tenantry.domain.failure.AlreadyEnrolled if the credential is known, or the user has {@link
     *     Passkey#MAX_PER_USER}
     */
    Added finish(Command command);

    /** @param name as it was typed: it is trimmed */
    record Command(Principal by, SecretToken ceremony, String answer, String name, Device device) {}

    /** @param recoveryCodes shown this once, if the user had no second factor before; else empty */
    record Added(Passkey passkey, List<RecoveryCode> recoveryCodes) {}
}
