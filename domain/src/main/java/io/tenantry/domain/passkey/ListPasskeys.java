package io.tenantry.domain.passkey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Principal;
import java.util.List;

/** Lists the caller's passkeys, the oldest first. */
@DrivingPort
public interface ListPasskeys {

    List<Passkey> list(Principal by);
}
