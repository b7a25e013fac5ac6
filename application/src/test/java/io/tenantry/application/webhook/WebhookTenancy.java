package io.tenantry.application.webhook;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryReceivers.Received;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.ChangeWebhook;
import io.tenantry.domain.webhook.CreateWebhook;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.domain.webhook.WebhookUseCases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A company with an owner that wants to be told of things, in the short words in which tests speak of it. */
final class WebhookTenancy {

    static final WebhookUrl HERE = new WebhookUrl("https://hooks.example.org/here");
    static final WebhookUrl THERE = new WebhookUrl("https://hooks.example.org/there");

    final TenantryFixture tenantry = new TenantryFixture();
    final TenancyFixture tenancy = new TenancyFixture(tenantry);
    final Tenant acme = tenancy.company("Acme Widgets");
    final Principal ada = tenancy.ownerOf(acme);

    WebhookUseCases webhooks() {
        return tenantry.useCases().webhooks();
    }

    CreateWebhook.Created create(WebhookUrl url, EventChoice events) {
        return create(ada, url, events);
    }

    CreateWebhook.Created create(TenantCaller by, WebhookUrl url, EventChoice events) {
        return webhooks()
                .createWebhook()
                .create(new CreateWebhook.Command(by, acme.id(), url, "of a test", events, TenancyFixture.OFFICE));
    }

    Webhook told(WebhookUrl url) {
        return create(url, EventChoice.ALL).webhook();
    }

    Webhook change(Webhook webhook, Optional<WebhookUrl> url, Optional<Boolean> active) {
        return webhooks()
                .changeWebhook()
                .change(new ChangeWebhook.Command(
                        ada,
                        acme.id(),
                        webhook.id(),
                        url,
                        Optional.empty(),
                        Optional.empty(),
                        active,
                        TenancyFixture.OFFICE));
    }

    Webhook stored(Webhook webhook) {
        return webhooks().readWebhook().read(ada, acme.id(), webhook.id());
    }

    /** Something happens: each time another, and later. */
    void happens(String name) {
        tenantry.pass(Duration.ofMillis(1));
        tenantry.useCases()
                .tenants()
                .changeTenant()
                .change(new ChangeTenant.Command(
                        ada,
                        acme.id(),
                        Optional.of(new TenantName(name)),
                        Optional.empty(),
                        Optional.empty(),
                        TenancyFixture.OFFICE));
    }

    void answer(WebhookUrl from, int status) {
        tenantry.tenantry().receivers().answer(from, Attempt.answered(status));
    }

    /** Delivers what is due, and tells what came. */
    List<Received> delivered() {
        int before = received().size();
        tenantry.tenantry().deliverWebhooks();
        return received().subList(before, received().size());
    }

    List<EventType> typesDelivered() {
        return delivered().stream().map(one -> one.event().type()).toList();
    }

    List<Received> received() {
        return tenantry.tenantry().receivers().received();
    }

    List<Delivery> deliveries(Webhook webhook) {
        return webhooks()
                .listDeliveries()
                .list(ada, acme.id(), webhook.id(), PageRequest.FIRST)
                .items();
    }
}
