package io.tenantry.domain.apikey;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** How many units a tenant's keys used in a month, in UTC, as far as it was known when this was read. */
public record MonthlyUnits(YearMonth month, long units) {

    /** In the month in which {@code now} lies: none, if this is another's. */
    public long at(Instant now) {
        return month.equals(monthOf(now)) ? units : 0;
    }

    public static YearMonth monthOf(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }
}
