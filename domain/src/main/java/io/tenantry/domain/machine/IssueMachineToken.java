package io.tenantry.domain.machine;

import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import java.util.Optional;

/** Exchanges a key for an access token (RFC 6749, section 4.4). Counts as a request of the key. */
@DrivingPort
public interface IssueMachineToken {

    /**
     * @throws io.tenantry.domain.failure.Unauthenticated if the key is none, not good just now, or not of that id
     * @throws io.tenantry.domain.failure.InvalidInput if it has not all of the scopes
     * @throws io.tenantry.domain.failure.Throttled if the address has shown too many keys that were none
     */
    MachineClaims issue(Command command);

    /**
     * @param clientId the key's id, as it was shown
     * @param clientSecret the key, as it was shown
     * @param scopes what the token shall give; empty for all that the key gives
     */
    record Command(String clientId, String clientSecret, Optional<Scopes> scopes, Device device) {

        @Override
        public String toString() {
            return "IssueMachineToken.Command[redacted]";
        }
    }
}
