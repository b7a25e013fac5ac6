package io.tenantry.http.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times and days as callers write them. */
public final class TimeText {
    /** A date and time (RFC 3339, section 5.6): of four digits a year, for a storage need not know others. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** Another offset may carry a time over the end of the last year that has four digits. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private TimeText() {}

    /** To the millisecond, as times are answered; empty if it is none, or there is no such day. */
    public static Optional<Instant> time(String text) {
        if (!TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            return Optional.of(time).filter(known -> !known.isAfter(LAST));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A full-date of the same section. */
    public static Optional<LocalDate> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
