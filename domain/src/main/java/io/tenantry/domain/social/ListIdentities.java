package io.tenantry.domain.social;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Principal;
import java.util.List;

/** Lists the accounts that are linked to the caller, the oldest first. */
@DrivingPort
public interface ListIdentities {

    List<LinkedIdentity> list(Principal by);
}
