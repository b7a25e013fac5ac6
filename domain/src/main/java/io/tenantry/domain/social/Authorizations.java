package io.tenantry.domain.social;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.Optional;

/** Visits to providers that are under way; nonce and verifier are encrypted at rest. Called within a transaction. */
@DrivenPort
public interface Authorizations {

    void open(Authorization authorization);

    /** Takes one, for exactly one caller: it is gone when the transaction under way commits. */
    Optional<Authorization> take(TokenDigest state);

    /** @return how many that expired before {@code before} were removed, {@code limit} at most */
    int removeExpired(Instant before, int limit);
}
