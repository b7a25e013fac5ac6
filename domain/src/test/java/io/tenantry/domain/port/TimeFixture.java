package io.tenantry.domain.port;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time as a database keeps it: in whole microseconds. */
public final class TimeFixture {

    private TimeFixture() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
