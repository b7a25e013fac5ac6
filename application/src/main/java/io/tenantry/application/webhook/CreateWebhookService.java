package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.webhook.CreateWebhook;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.domain.webhook.Webhooks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class CreateWebhookService implements CreateWebhook {

    private final Transactions transactions;
    private final ManagedWebhooks managed;
    private final Webhooks webhooks;
    private final InstantSource clock;
    private final RandomGenerator random;

    CreateWebhookService(DrivenPorts ports, ManagedWebhooks managed, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = managed;
        this.webhooks = ports.webhooks().webhooks();
        this.clock = clock;
        this.random = random;
    }

    /** Whether they may, and there is room, is looked at before the DNS is asked for them, and again when it is done. */
    @Override
    public Created create(Command command) {
        transactions.inTenant(command.tenant(), () -> requireRoom(managed.require(command.by(), command.tenant())));
        managed.requireReachable(command.url());
        return transactions.inTenant(command.tenant(), () -> created(command));
    }

    private Created created(Command command) {
        Tenant tenant = requireRoom(managed.requireHeld(command.by(), command.tenant()));
        Webhook webhook = webhook(command);
        WebhookSecret secret = WebhookSecret.generate(random);
        webhooks.add(webhook, secret);
        managed.note(
                AuditAction.WEBHOOK_CREATED,
                command.by(),
                new ManagedWebhooks.Managed(tenant, webhook),
                command.device(),
                Map.of());
        return new Created(webhook, secret);
    }

    private Tenant requireRoom(Tenant tenant) {
        if (webhooks.of(tenant.id()).size() >= MOST) {
            throw new LimitReached();
        }
        return tenant;
    }

    private Webhook webhook(Command command) {
        Instant now = clock.instant();
        return new Webhook(
                WebhookId.next(now, random),
                command.tenant(),
                command.url(),
                command.description(),
                command.events(),
                true,
                now,
                Optional.empty(),
                Optional.empty());
    }
}
