package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import java.time.Duration;

/**
 * Gives a key another secret. Who does it answers for the key from now on: they have its secret, and it goes with them. Needs
 * {@link io.tenantry.domain.membership.Permission#MANAGE_API_KEYS}.
 */
@DrivingPort
public interface RotateApiKey {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant or key, or the caller is no member
     * @throws io.tenantry.domain.failure.Forbidden if a key calls, and the other one is wider or lives longer than it, or it calls
     *     by a token, or by the secret before its last rotation
     * @throws io.tenantry.domain.failure.ApiKeyNotActive if it is revoked or expired
     */
    IssueApiKey.Issued rotate(Command command);

    /** @param overlap how long the secret so far works on: 0 to {@link ApiKey#LONGEST_OVERLAP} */
    record Command(TenantCaller by, TenantId tenant, ApiKeyId key, Duration overlap, Device device) {

        /** @throws IllegalArgumentException if the overlap is out of its range */
        public Command {
            if (overlap.isNegative() || overlap.compareTo(ApiKey.LONGEST_OVERLAP) > 0) {
                throw new IllegalArgumentException("an overlap is 0 to 7 days");
            }
        }
    }
}
