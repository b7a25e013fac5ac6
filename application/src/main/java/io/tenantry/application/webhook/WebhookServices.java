package io.tenantry.application.webhook;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.webhook.WebhookUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about webhooks. */
public final class WebhookServices {

    private WebhookServices() {}

    /** @param random must be cryptographically strong */
    public static WebhookUseCases of(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        ManagedWebhooks managed = new ManagedWebhooks(ports, clock, random);
        return new WebhookUseCases(
                new CreateWebhookService(ports, managed, clock, random),
                new ListWebhooksService(ports, managed),
                new ReadWebhookService(ports, managed),
                new ChangeWebhookService(ports, managed),
                new RemoveWebhookService(ports, managed),
                new RenewWebhookSecretService(ports, managed, clock, random),
                new TestWebhookService(ports, managed, clock, random),
                new ListDeliveriesService(ports, managed),
                new ReplayDeliveryService(ports, managed, clock),
                new DeliverWebhooksService(ports, clock, random));
    }
}
