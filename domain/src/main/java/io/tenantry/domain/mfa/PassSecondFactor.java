package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SignedIn;

/** The second step of a sign-in, by a code: of the generator, or one for recovery. */
@DrivingPort
public interface PassSecondFactor {

    /**
     * @throws io.tenantry.domain.failure.InvalidCode if the token serves no more, or the code is wrong
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords and codes came before
     * @throws io.tenantry.domain.failure.TenantNotActive if the tenant that was chosen is no longer active
     */
    SignedIn pass(Command command);

    record Command(SecretToken challenge, String code, Device device) {
        @Override
        public String toString() {
            return "Command[redacted]";
        }
    }
}
