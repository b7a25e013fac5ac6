package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.Tenant;
import java.util.Optional;

/**
 * Says whether a key is good, and counts its use: what a gateway asks at every request. Needs no caller but who has the key. Writes
 * nothing; reads nothing for a key that is malformed, and nothing for one that is remembered.
 */
@DrivingPort
public interface VerifyApiKey {

    /** How many units a request can have at most. */
    long MOST_UNITS = 1_000_000_000;

    /** @throws io.tenantry.domain.failure.Throttled if the address has shown too many keys that were none, and this one is not remembered */
    Verdict verify(Command command);

    /**
     * @param key as it was shown, whatever it is
     * @param scope that the key must have
     * @param units to be counted against the quota, 0 to {@link #MOST_UNITS}
     */
    record Command(String key, Optional<Scope> scope, long units, Device device) {

        @Override
        public String toString() {
            return "VerifyApiKey.Command[redacted]";
        }
    }

    /** What is found. */
    sealed interface Verdict permits Valid, Invalid {}

    /**
     * @param scopes what the key gives just now
     * @param used units of the tenant in this month, with those just counted
     */
    record Valid(ApiKey key, Scopes scopes, Tenant tenant, long used) implements Verdict {}

    record Invalid(KeyRefusal reason) implements Verdict {}
}
