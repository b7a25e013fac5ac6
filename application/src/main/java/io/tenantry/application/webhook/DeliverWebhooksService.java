package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.DeliverWebhooks;
import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.Deliveries.Due;
import io.tenantry.domain.webhook.Deliveries.Settlement;
import io.tenantry.domain.webhook.Delivery.Status;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookSender;
import io.tenantry.domain.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class DeliverWebhooksService implements DeliverWebhooks {

    private static final Duration LEASE = Duration.ofMinutes(1);

    /** So much is left of a lease when a sending begins: longer than {@link WebhookSender} takes, and to record what came of it. */
    private static final Duration NEEDED = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final WebhookSender sender;
    private final Tenants tenants;
    private final AuditTrail trail;
    private final InstantSource clock;

    DeliverWebhooksService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.deliveries = ports.webhooks().deliveries();
        this.webhooks = ports.webhooks().webhooks();
        this.sender = ports.webhooks().sender();
        this.tenants = ports.tenants();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public List<Turn> take(int most) {
        Instant now = clock.instant();
        List<Due> due = transactions.acrossTenants(() -> deliveries.claim(now, now.plus(LEASE), most));
        return due.stream().<Turn>map(one -> () -> deliver(one)).toList();
    }

    /** One that had to wait too long for its thread may be somebody else's by the time that it arrives. */
    private Attempt deliver(Due due) {
        if (clock.instant().isAfter(due.leaseEnds().minus(NEEDED))) {
            return Attempt.failed(DeliveryError.TIMEOUT);
        }
        Attempt attempt = sender.send(due.url(), due.event(), due.secrets(), clock.instant());
        Settlement settlement = settlement(due, attempt, clock.instant());
        transactions.acrossTenants(() -> {
            if (deliveries.settle(due, settlement) && (attempt.gone() || hasTooLongALine(due))) {
                deactivate(due);
            }
            return settlement;
        });
        return attempt;
    }

    private boolean hasTooLongALine(Due due) {
        return deliveries.pending(due.event().tenant(), due.webhook()) > MOST_PENDING;
    }

    private static Settlement settlement(Due due, Attempt attempt, Instant now) {
        if (attempt.succeeded()) {
            return new Settlement(attempt, Status.DELIVERED, Optional.empty(), now);
        }
        Optional<Instant> next = attempt.gone() ? Optional.empty() : DeliverySchedule.nextAttempt(due, now);
        return new Settlement(attempt, next.isPresent() ? Status.PENDING : Status.FAILED, next, now);
    }

    /** Its receiver said that it is gone, or cannot keep up. What else is on its way waits until somebody says otherwise. */
    private void deactivate(Due due) {
        TenantId tenant = due.event().tenant();
        webhooks.hold(tenant, due.webhook()).filter(Webhook::active).ifPresent(webhook -> {
            webhooks.update(webhook.active(false));
            tenants.find(tenant).ifPresent(owner -> note(owner, webhook.id()));
        });
    }

    private void note(Tenant owner, WebhookId webhook) {
        trail.doneBySystem(
                AuditAction.WEBHOOK_DEACTIVATED, Optional.of(owner), ManagedWebhooks.target(webhook), Map.of());
    }
}
