package io.tenantry.domain.mfa;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.List;

/** Ends setting up a code generator, by its first code. The user's other sessions end; they are told by mail. */
@DrivingPort
public interface ConfirmTotp {

    /**
     * @return new recovery codes, shown this once
     * @throws io.tenantry.domain.failure.InvalidInput if the code is wrong ({@code code}), or none is being set up
     * @throws io.tenantry.domain.failure.AlreadyEnrolled if the user has one that works
     * @throws io.tenantry.domain.failure.Throttled if too many wrong codes came before
     */
    List<RecoveryCode> confirm(Command command);

    record Command(Principal by, String code, Device device) {
        @Override
        public String toString() {
            return "Command[by=" + by + "]";
        }
    }
}
