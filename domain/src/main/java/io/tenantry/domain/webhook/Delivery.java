package io.tenantry.domain.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An event on its way to a webhook.
 *
 * @param attempts how often it was tried; anew after a replay
 * @param lastStatus the HTTP status of the last answer
 * @param lastError why the last try failed
 * @param nextAttemptAt when it is due again, as long as it is {@link Status#PENDING}; later if one before it is still on its way
 * @param createdAt when the event happened
 * @param deliveredAt when it was last answered well
 */
public record Delivery(
        EventId event,
        WebhookId webhook,
        EventType type,
        Status status,
        int attempts,
        Optional<Integer> lastStatus,
        Optional<DeliveryError> lastError,
        Optional<Instant> nextAttemptAt,
        Instant createdAt,
        Optional<Instant> deliveredAt) {

    /** As it is when nobody tries it any more. */
    public Delivery givenUp() {
        return new Delivery(
                event,
                webhook,
                type,
                Status.FAILED,
                attempts,
                lastStatus,
                lastError,
                Optional.empty(),
                createdAt,
                deliveredAt);
    }

    /** How it stands. */
    public enum Status {
        PENDING,
        DELIVERED,
        /** Given up. */
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
