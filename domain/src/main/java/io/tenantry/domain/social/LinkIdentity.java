package io.tenantry.domain.social;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/** Links the account at a provider to the user who began the visit; they are told by mail. */
@DrivingPort
public interface LinkIdentity {

    /**
     * @throws io.tenantry.domain.failure.InvalidOneTimeToken if the visit is not known, over, another browser's or another user's
     * @throws io.tenantry.domain.failure.SocialSignInFailed if the provider refuses
     * @throws io.tenantry.domain.failure.IdentityTaken if the account is linked already, to whomever
     * @throws io.tenantry.domain.failure.EmailNotVerified if the user's address is not verified
     * @throws io.tenantry.domain.failure.Unavailable if the provider does not answer
     */
    LinkedIdentity link(Command command);

    record Command(
            Principal by,
            SecretToken state,
            SecretToken browserToken,
            String code,
            Optional<String> issuer,
            Device device) {
        @Override
        public String toString() {
            return "Command[by=" + by + "]";
        }
    }
}
