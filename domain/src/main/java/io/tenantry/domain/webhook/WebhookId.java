package io.tenantry.domain.webhook;

import io.tenantry.domain.id.UuidV7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a webhook. */
public record WebhookId(UUID value) {

    public WebhookId {
        Objects.requireNonNull(value);
    }

    public static WebhookId next(Instant now, RandomGenerator random) {
        return new WebhookId(UuidV7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
