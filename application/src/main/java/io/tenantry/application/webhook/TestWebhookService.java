package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.webhook.ManagedWebhooks.Managed;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.id.UuidV7;
import io.tenantry.domain.idempotency.KeyedCalls;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.TestWebhook;
import io.tenantry.domain.webhook.WebhookEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class TestWebhookService implements TestWebhook {

    private final Transactions transactions;
    private final ManagedWebhooks managed;
    private final Deliveries deliveries;
    private final KeyedCalls keyedCalls;
    private final InstantSource clock;
    private final RandomGenerator random;

    TestWebhookService(DrivenPorts ports, ManagedWebhooks managed, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = managed;
        this.deliveries = ports.webhooks().deliveries();
        this.keyedCalls = ports.keyedCalls();
        this.clock = clock;
        this.random = random;
    }

    /** It is there once the transaction has committed. */
    @Override
    public Delivery test(Command command) {
        EventId added = transactions.inTenant(command.tenant(), () -> added(command));
        return transactions
                .inTenant(command.tenant(), () -> deliveries.find(command.tenant(), command.webhook(), added))
                .orElseThrow(NotFound::new);
    }

    private EventId added(Command command) {
        Managed held = managed.hold(command.by(), command.tenant(), command.webhook());
        if (deliveries.pending(command.tenant(), command.webhook()) >= MOST_WAITING) {
            throw new LimitReached();
        }
        WebhookEvent event = event(command);
        deliveries.add(event, held.webhook().id());
        keyedCalls.made();
        return event.id();
    }

    private WebhookEvent event(Command command) {
        Instant now = clock.instant();
        return new WebhookEvent(
                new EventId(UuidV7.next(now, random)),
                now,
                EventType.TEST,
                command.tenant(),
                command.by().actor(),
                Optional.empty(),
                Optional.of(ManagedWebhooks.target(command.webhook())),
                Map.of());
    }
}
