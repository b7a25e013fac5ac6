package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.webhook.ManagedWebhooks.Managed;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.webhook.CreateWebhook.Created;
import io.tenantry.domain.webhook.RenewWebhookSecret;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.domain.webhook.Webhooks;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

final class RenewWebhookSecretService implements RenewWebhookSecret {

    private final Transactions transactions;
    private final ManagedWebhooks managed;
    private final Webhooks webhooks;
    private final InstantSource clock;
    private final RandomGenerator random;

    RenewWebhookSecretService(DrivenPorts ports, ManagedWebhooks managed, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = managed;
        this.webhooks = ports.webhooks().webhooks();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Created renew(Command command) {
        return transactions.inTenant(command.tenant(), () -> renewed(command));
    }

    private Created renewed(Command command) {
        Managed held = managed.hold(command.by(), command.tenant(), command.webhook());
        Webhook renewed = held.webhook().renewed(clock.instant());
        WebhookSecret secret = WebhookSecret.generate(random);
        webhooks.renew(renewed, secret);
        managed.note(AuditAction.WEBHOOK_SECRET_RENEWED, command.by(), held, command.device(), Map.of());
        return new Created(renewed, secret);
    }
}
