package io.tenantry.application.webhook;

import io.tenantry.domain.webhook.DeliverWebhooks;
import io.tenantry.domain.webhook.Deliveries.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When an event that could not be delivered is tried again: soon at first, then every hour, until a day after it was noted. One that
 * had to wait longer behind others is tried once all the same, unless it is given up before.
 */
final class DeliverySchedule {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private DeliverySchedule() {}

    /** Empty if it is given up. */
    static Optional<Instant> nextAttempt(Due failed, Instant now) {
        Instant next = now.plus(DELAYS.get(Math.min(failed.attempts(), DELAYS.size() - 1)));
        return next.isAfter(failed.since().plus(DeliverWebhooks.LONGEST)) ? Optional.empty() : Optional.of(next);
    }
}
