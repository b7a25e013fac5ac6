package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.ListWebhooks;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.Webhooks;
import java.util.List;

final class ListWebhooksService implements ListWebhooks {

    private final Transactions transactions;
    private final ManagedWebhooks managed;
    private final Webhooks webhooks;

    ListWebhooksService(DrivenPorts ports, ManagedWebhooks managed) {
        this.transactions = ports.transactions();
        this.managed = managed;
        this.webhooks = ports.webhooks().webhooks();
    }

    @Override
    public List<Webhook> list(TenantCaller by, TenantId tenant) {
        return transactions.inTenant(
                tenant, () -> webhooks.of(managed.require(by, tenant).id()));
    }
}
