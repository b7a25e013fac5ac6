package io.tenantry.application;

import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.WebhookSender;
import io.tenantry.domain.webhook.Webhooks;

/** What the use cases about webhooks need from outside. */
public record WebhookPorts(Webhooks webhooks, Deliveries deliveries, WebhookSender sender) {}
