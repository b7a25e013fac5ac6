package io.tenantry.domain.webhook;

/** The use cases about webhooks. */
public record WebhookUseCases(
        CreateWebhook createWebhook,
        ListWebhooks listWebhooks,
        ReadWebhook readWebhook,
        ChangeWebhook changeWebhook,
        RemoveWebhook removeWebhook,
        RenewWebhookSecret renewWebhookSecret,
        TestWebhook testWebhook,
        ListDeliveries listDeliveries,
        ReplayDelivery replayDelivery,
        DeliverWebhooks deliverWebhooks) {}
