package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/**
 * Takes the code generator away, by password and a code, of the generator or for recovery. The user's other sessions end; they
 * are told by mail.
 */
@DrivingPort
public interface RemoveTotp {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if password ({@code password}) or code ({@code code}) is wrong, or there is
     *     no generator
     * @throws io.tenantry.domain.failure.SecondFactorNeeded if the user is an operator and has no other second factor
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords and codes came before
     */
    void remove(Command command);

    record Command(Principal by, Optional<Password> password, String code, Device device) {
        @Override
        public String toString() {
            return "Command[by=" + by + "]";
        }
    }
}
