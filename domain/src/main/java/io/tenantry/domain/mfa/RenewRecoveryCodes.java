package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.List;
import java.util.Optional;

/** Gives new recovery codes in place of the old ones, by password and a code, of the generator or one of the old. */
@DrivingPort
public interface RenewRecoveryCodes {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if password ({@code password}) or code ({@code code}) is wrong
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords and codes came before
     */
    List<RecoveryCode> renew(Command command);

    record Command(Principal by, Optional<Password> password, String code, Device device) {
        @Override
        public String toString() {
            return "Command[by=" + by + "]";
        }
    }
}
