package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.ListDeliveries;
import io.tenantry.domain.webhook.WebhookId;

final class ListDeliveriesService implements ListDeliveries {

    private final Transactions transactions;
    private final ManagedWebhooks managed;
    private final Deliveries deliveries;

    ListDeliveriesService(DrivenPorts ports, ManagedWebhooks managed) {
        this.transactions = ports.transactions();
        this.managed = managed;
        this.deliveries = ports.webhooks().deliveries();
    }

    @Override
    public Page<Delivery> list(TenantCaller by, TenantId tenant, WebhookId webhook, PageRequest page) {
        return transactions.inTenant(tenant, () -> {
            managed.find(by, tenant, webhook);
            return deliveries.page(tenant, webhook, page);
        });
    }
}
