package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.List;

/**
 * Counts what keys are used for, in memory; written down by {@link #write}, at the end too. What was counted since is lost if the
 * process is killed. Called outside of transactions, by many threads at once.
 */
@DrivenPort
public interface KeyUses {

    /**
     * Counts a request and its units, if the tenant's quota has room for all of them: for none it always has.
     *
     * @param units 0 or more
     */
    Admission admit(KnownKey key, boolean previousSecret, long units, Instant now);

    /**
     * @param admitted whether it was counted
     * @param used units of the tenant in this month, with those just counted, and what other nodes had written a second ago
     */
    record Admission(boolean admitted, long used) {}

    /**
     * Writes down what was counted since the last time, and hears what other nodes wrote. What cannot be written is kept for the
     * next time. One thread at a time writes.
     *
     * @return tenants that have used up 80 or 100 percent of their quota, or were refused for it; the same again and again
     */
    List<QuotaUse> write(Instant now);
}
