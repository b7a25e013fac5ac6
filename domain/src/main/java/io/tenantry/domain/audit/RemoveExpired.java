package io.tenantry.domain.audit;

import io.tenantry.domain.port.DrivingPort;

/** Removes what is over and was kept long enough, in small portions, and gives up what waits for webhooks for too long. Several nodes may call it at once. */
@DrivingPort
public interface RemoveExpired {

    /** @return how many rows were removed */
    int remove();
}
