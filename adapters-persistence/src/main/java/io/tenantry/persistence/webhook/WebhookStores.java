package io.tenantry.persistence.webhook;

import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.Webhooks;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;

/** The driven ports of webhooks, and of what is on its way to them. */
public record WebhookStores(Webhooks webhooks, Deliveries deliveries) {

    /** Builds them. */
    public static WebhookStores of(CurrentTransaction current, Encryption encryption) {
        return new WebhookStores(new JdbiWebhooks(current, encryption), new JdbiDeliveries(current, encryption));
    }
}
