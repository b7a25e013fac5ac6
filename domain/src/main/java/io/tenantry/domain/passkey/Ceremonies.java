package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.Optional;

/** Ceremonies that wait. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface Ceremonies {

    void open(Ceremony ceremony);

    /** Takes one, for exactly one caller: it is gone when the transaction under way commits. */
    Optional<Ceremony> take(TokenDigest token);

    /** @return how many that expired before {@code before} were removed, {@code limit} at most */
    int removeExpired(Instant before, int limit);
}
