package io.tenantry.domain.machine;

import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.UUID;

/** Tokens of keys that were ended before their time. */
@DrivenPort
public interface RevokedTokens {

    /** Within a transaction. All nodes hear of it within a second. Of one that is revoked nothing changes. */
    void revoke(UUID token, Instant expiresAt);

    /** Remembered a short while. Called outside of transactions. */
    boolean isRevoked(UUID token);

    /** Within a transaction. Those that are over by themselves, the oldest first. How many were removed. */
    int removeExpired(Instant now, int limit);
}
