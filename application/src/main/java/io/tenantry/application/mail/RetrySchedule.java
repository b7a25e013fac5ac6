package io.tenantry.application.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a mail that could not be sent is tried again: ten times in all, within about 27 hours. */
final class RetrySchedule {

    private static final int MAX_TRIES = 10;

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private RetrySchedule() {}

    /**
     * How long to wait before the next try; empty if there is to be none.
     *
     * @param tries how often it was tried, at least once
     */
    static Optional<Duration> delayAfter(int tries) {
        return tries < MAX_TRIES ? Optional.of(DELAYS.get(Math.min(tries, DELAYS.size()) - 1)) : Optional.empty();
    }
}
