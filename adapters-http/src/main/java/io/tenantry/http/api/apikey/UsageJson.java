package io.tenantry.http.api.apikey;

import io.tenantry.domain.apikey.DailyUse;
import java.util.List;

/** What a key was used for, day by day in UTC, and altogether. */
record UsageJson(List<DayJson> items, TotalsJson totals) {
    static UsageJson of(List<DailyUse> days) {
        return new UsageJson(
                days.stream().map(DayJson::of).toList(),
                new TotalsJson(
                        days.stream().mapToLong(DailyUse::requests).sum(),
                        days.stream().mapToLong(DailyUse::units).sum()));
    }

    /** A day. */
    record DayJson(String day, long requests, long units) {
        static DayJson of(DailyUse use) {
            return new DayJson(use.day().toString(), use.requests(), use.units());
        }
    }

    /** Of all the days. */
    record TotalsJson(long requests, long units) {}
}
