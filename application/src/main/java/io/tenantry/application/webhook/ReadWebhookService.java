package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.ReadWebhook;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookId;

final class ReadWebhookService implements ReadWebhook {

    private final Transactions transactions;
    private final ManagedWebhooks managed;

    ReadWebhookService(DrivenPorts ports, ManagedWebhooks managed) {
        this.transactions = ports.transactions();
        this.managed = managed;
    }

    @Override
    public Webhook read(TenantCaller by, TenantId tenant, WebhookId webhook) {
        return transactions.inTenant(
                tenant, () -> managed.find(by, tenant, webhook).webhook());
    }
}
