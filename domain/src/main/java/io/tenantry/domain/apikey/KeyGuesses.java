package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;

/** Counts, on this node and in memory, how often an address shows keys that are none. Safe for use by many threads. */
@DrivenPort
public interface KeyGuesses {

    /** An address that shows so many within a minute waits, unless what it shows is remembered as a key. */
    int MOST_IN_A_MINUTE = 120;

    /** How long an address has to wait before a key of it is looked up; zero if it need not. */
    Duration toWait(AddressBlock from, Instant now);

    void failed(AddressBlock from, Instant now);
}
