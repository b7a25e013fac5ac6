package io.tenantry.http.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantry.domain.webhook.CreateWebhook;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.http.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A webhook as its tenant sees it.
 *
 * @param failingSince null unless the last try failed
 * @param previousSecretExpiresAt until when the secret before signs too; null if none was
 * @param secret where it is handed out; else absent
 */
record WebhookJson(
        String id,
        String url,
        String description,
        List<String> events,
        boolean active,
        String createdAt,
        String failingSince,
        String previousSecretExpiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {
    static WebhookJson of(Webhook webhook) {
        return of(webhook, Optional.empty());
    }

    static WebhookJson of(CreateWebhook.Created created) {
        return of(created.webhook(), Optional.of(created.secret()));
    }

    private static WebhookJson of(Webhook webhook, Optional<WebhookSecret> secret) {
        return new WebhookJson(
                webhook.id().toString(),
                webhook.url().value(),
                webhook.description(),
                webhook.events().words(),
                webhook.active(),
                Json.time(webhook.createdAt()),
                time(webhook.failingSince()),
                time(webhook.previousSecretExpiresAt()),
                secret.map(WebhookSecret::value).orElse(null));
    }

    private static String time(Optional<Instant> time) {
        return time.map(Json::time).orElse(null);
    }

    @Override
    public String toString() {
        return "WebhookJson[" + id + "]";
    }
}
