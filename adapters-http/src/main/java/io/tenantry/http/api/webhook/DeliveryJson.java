package io.tenantry.http.api.webhook;

import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.http.wire.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * An event on its way to a webhook.
 *
 * @param id of the event: {@code webhook-id} is {@code msg_} and this
 * @param lastStatus null if there was no answer
 * @param lastError null if the last try succeeded, or there was none
 * @param nextAttemptAt null once it is delivered or failed
 */
record DeliveryJson(
        String id,
        String eventType,
        String status,
        int attempts,
        Integer lastStatus,
        String lastError,
        String nextAttemptAt,
        String createdAt,
        String deliveredAt) {
    static DeliveryJson of(Delivery delivery) {
        return new DeliveryJson(
                delivery.event().toString(),
                delivery.type().word(),
                delivery.status().word(),
                delivery.attempts(),
                delivery.lastStatus().orElse(null),
                delivery.lastError().map(DeliveryError::word).orElse(null),
                time(delivery.nextAttemptAt()),
                Json.time(delivery.createdAt()),
                time(delivery.deliveredAt()));
    }

    private static String time(Optional<Instant> time) {
        return time.map(Json::time).orElse(null);
    }
}
