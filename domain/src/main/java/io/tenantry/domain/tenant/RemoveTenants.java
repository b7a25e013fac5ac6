package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import java.util.List;

/**
 * Removes for good the tenants that were closed long enough ago, and those whose owners never verified their addresses within
 * the time that the installation gives them. A few at a time, each in a transaction of its own. Several nodes may call it at
 * once. One that cannot be removed is passed over, and named.
 */
@DrivingPort
public interface RemoveTenants {

    Removed remove();

    /**
     * @param removed how many
     * @param failed those that could not be removed
     */
    record Removed(int removed, List<TenantId> failed) {

        public Removed {
            failed = List.copyOf(failed);
        }
    }
}
