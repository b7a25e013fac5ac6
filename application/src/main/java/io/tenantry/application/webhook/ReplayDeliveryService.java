package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.ReplayDelivery;
import java.time.InstantSource;

final class ReplayDeliveryService implements ReplayDelivery {

    private final Transactions transactions;
    private final ManagedWebhooks managed;
    private final Deliveries deliveries;
    private final InstantSource clock;

    ReplayDeliveryService(DrivenPorts ports, ManagedWebhooks managed, InstantSource clock) {
        this.transactions = ports.transactions();
        this.managed = managed;
        this.deliveries = ports.webhooks().deliveries();
        this.clock = clock;
    }

    @Override
    public Delivery replay(Command command) {
        return transactions.inTenant(command.tenant(), () -> {
            managed.hold(command.by(), command.tenant(), command.webhook());
            return deliveries
                    .replay(command.tenant(), command.webhook(), command.event(), clock.instant())
                    .orElseThrow(NotFound::new);
        });
    }
}
