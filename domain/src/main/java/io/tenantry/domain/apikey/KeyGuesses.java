package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts, on this node and in memory, how often an address shows well-formed keys that are none, so that a flood of them costs few
 * queries. Behind one address there may be many, as behind a gateway: so it is slowed and never stopped, and keys that were good are
 * not counted against it. Safe for use by many threads.
 */
@DrivenPort
public interface KeyGuesses {

    /** An address that shows so many within a minute is slowed for the rest of it. */
    int MOST_IN_A_MINUTE = 120;

    /** So many keys of an address that is slowed are looked up in a second. */
    int MOST_IN_A_SECOND = 10;

    /** How long an address has to wait before a key of it is looked up; zero if it need not, and then that look-up is counted. */
    Duration toWait(AddressBlock from, Instant now);

    void failed(AddressBlock from, Instant now);

    /** That a key was looked up, and opened by its secret. */
    void opened(ApiKeyId key, Instant now);

    /** Whether it was within the last hour, on this node: then it is looked up whatever else its address shows. */
    boolean wasOpened(ApiKeyId key, Instant now);
}
