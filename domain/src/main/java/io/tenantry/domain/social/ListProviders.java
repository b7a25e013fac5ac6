package io.tenantry.domain.social;

import io.tenantry.domain.port.DrivingPort;
import java.util.List;

/** Lists the providers by which one may sign in. */
@DrivingPort
public interface ListProviders {

    List<IdentityProviders.Provider> list();
}
