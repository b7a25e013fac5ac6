package io.tenantry.domain.contract;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.Deliveries.Due;
import io.tenantry.domain.webhook.Deliveries.Settlement;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.Delivery.Status;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookFixture;
import io.tenantry.domain.webhook.WebhookSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A webhook and what is on its way to it. Others of the same storage may be claimed with it; they are passed over. */
record WebhookLine(PortContract contract, Webhook webhook, WebhookSecret secret, AtomicReference<Instant> clock) {

    private static final Duration LEASE = Duration.ofMinutes(1);

    static WebhookLine stored(PortContract contract, Webhook webhook) {
        WebhookSecret secret = WebhookFixture.aSecret();
        contract.doIn(webhook.tenant(), () -> contract.ports().webhooks().add(webhook, secret));
        return new WebhookLine(
                contract,
                webhook,
                secret,
                new AtomicReference<>(TimeFixture.now().plusSeconds(10)));
    }

    /** Later than all that has happened. */
    Instant now() {
        return clock.get();
    }

    void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    TenantId tenant() {
        return webhook.tenant();
    }

    WebhookEvent event(EventType type) {
        return WebhookFixture.event(tenant(), type);
    }

    WebhookEvent happened(EventType type) {
        WebhookEvent event = event(type);
        contract.doIn(tenant(), () -> contract.ports().deliveries().add(event));
        return event;
    }

    List<Delivery> shown() {
        return page(PageRequest.FIRST).items();
    }

    Page<Delivery> page(PageRequest request) {
        return contract.in(tenant(), () -> contract.ports().deliveries().page(tenant(), webhook.id(), request));
    }

    List<EventId> events() {
        return shown().stream().map(Delivery::event).toList();
    }

    Webhook stored() {
        return contract.in(tenant(), () -> contract.ports().webhooks().find(tenant(), webhook.id()))
                .orElseThrow();
    }

    Optional<Delivery> replayed(EventId event) {
        return contract.in(tenant(), () -> contract.ports().deliveries().replay(tenant(), webhook.id(), event, now()));
    }

    int removedBefore(Instant before) {
        return contract.across(() -> contract.ports().deliveries().removeDone(before, 10_000));
    }

    /** What is due of it, if anything. */
    Optional<Due> claimed() {
        return contract.across(() -> contract.ports().deliveries().claim(now(), now().plus(LEASE), 100)).stream()
                .filter(due -> due.webhook().equals(webhook.id()))
                .findFirst();
    }

    /** Delivers all that is due, and tells in which order. */
    List<WebhookEvent> inOrder() {
        List<WebhookEvent> order = new ArrayList<>();
        Optional<Due> due = claimed();
        while (due.isPresent()) {
            order.add(due.get().event());
            settle(due.get(), delivered());
            due = claimed();
        }
        return order;
    }

    boolean settle(Due due, Settlement settlement) {
        return contract.across(() -> contract.ports().deliveries().settle(due, settlement));
    }

    Settlement delivered() {
        return new Settlement(Attempt.answered(200), Status.DELIVERED, Optional.empty(), now());
    }

    Settlement gaveUp() {
        return new Settlement(Attempt.answered(410), Status.FAILED, Optional.empty(), now());
    }

    Settlement failedUntil(Instant next) {
        return new Settlement(Attempt.failed(DeliveryError.TIMEOUT), Status.PENDING, Optional.of(next), now());
    }
}
