package io.tenantry.persistence.apikey;

import java.time.Instant;

/** How often something was used. */
record Counts(long requests, long units, long previousSecret, Instant lastUsedAt) {

    static final Counts NONE = new Counts(0, 0, 0, Instant.MIN);

    static Counts of(boolean previousSecret, long units, Instant now) {
        return new Counts(1, units, previousSecret ? 1 : 0, now);
    }

    Counts plus(Counts other) {
        return new Counts(
                requests + other.requests,
                units + other.units,
                previousSecret + other.previousSecret,
                lastUsedAt.isAfter(other.lastUsedAt) ? lastUsedAt : other.lastUsedAt);
    }
}
