package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.webhook.ManagedWebhooks.Managed;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.webhook.RemoveWebhook;
import io.tenantry.domain.webhook.Webhooks;
import java.util.Map;

final class RemoveWebhookService implements RemoveWebhook {

    private final Transactions transactions;
    private final ManagedWebhooks managed;
    private final Webhooks webhooks;

    RemoveWebhookService(DrivenPorts ports, ManagedWebhooks managed) {
        this.transactions = ports.transactions();
        this.managed = managed;
        this.webhooks = ports.webhooks().webhooks();
    }

    @Override
    public void remove(Command command) {
        transactions.inTenant(command.tenant(), () -> {
            Managed held = managed.hold(command.by(), command.tenant(), command.webhook());
            webhooks.remove(command.tenant(), command.webhook());
            managed.note(AuditAction.WEBHOOK_REMOVED, command.by(), held, command.device(), Map.of());
            return held;
        });
    }
}
