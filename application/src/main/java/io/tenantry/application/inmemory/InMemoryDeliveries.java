package io.tenantry.application.inmemory;

import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.Delivery.Status;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryDeliveries implements Deliveries {

    private record Key(WebhookId webhook, EventId event) {}

    /**
     * @param place in the line of its webhook
     * @param since when it was put there
     */
    private record Entry(WebhookEvent event, Delivery delivery, long place, Instant since, Optional<Instant> doneAt) {

        boolean isPending() {
            return delivery.status() == Status.PENDING;
        }

        boolean isDue(Instant now) {
            return delivery.nextAttemptAt().filter(now::isBefore).isEmpty();
        }
    }

    private final InMemoryWebhooks webhooks;
    private final InMemoryRows<Key, Entry> rows;
    private final InMemoryRows<WebhookId, Instant> leases;

    /** When one was last served, or replayed. */
    private final InMemoryRows<WebhookId, Instant> served;

    private long lastPlace;

    InMemoryDeliveries(InMemoryTransactions transactions, InMemoryWebhooks webhooks) {
        this.webhooks = webhooks;
        this.rows = new InMemoryRows<>(transactions);
        this.leases = new InMemoryRows<>(transactions);
        this.served = new InMemoryRows<>(transactions);
    }

    @Override
    public void add(WebhookEvent event) {
        webhooks.toldBy(event.tenant()).stream()
                .filter(webhook -> webhook.active() && webhook.events().holds(event.type()))
                .forEach(webhook -> line(event, webhook.id()));
    }

    @Override
    public void add(WebhookEvent event, WebhookId webhook) {
        webhooks.find(event.tenant(), webhook).ifPresent(found -> line(event, webhook));
    }

    @Override
    public Optional<Delivery> find(TenantId tenant, WebhookId webhook, EventId event) {
        return at(tenant, webhook)
                .filter(entry -> entry.event().id().equals(event))
                .map(Entry::delivery)
                .findFirst();
    }

    @Override
    public Page<Delivery> page(TenantId tenant, WebhookId webhook, PageRequest request) {
        return InMemoryPages.descending(
                at(tenant, webhook).map(Entry::delivery),
                request,
                one -> new Cursor(one.createdAt(), one.event().value()));
    }

    @Override
    public int pending(TenantId tenant, WebhookId webhook) {
        return (int) at(tenant, webhook).filter(Entry::isPending).count();
    }

    @Override
    public Optional<Delivery> replay(TenantId tenant, WebhookId webhook, EventId event, Instant now) {
        at(tenant, webhook)
                .filter(entry -> entry.event().id().equals(event))
                .toList()
                .forEach(entry -> replay(entry, now));
        served.put(webhook, now);
        return find(tenant, webhook, event);
    }

    @Override
    public List<Due> claim(Instant now, Instant leaseEnds, int limit) {
        List<Entry> waiting = heads().filter(entry -> entry.isDue(now) && isFree(entry, now))
                .sorted(Comparator.comparing(this::waitsSince))
                .toList();
        List<Due> due = new ArrayList<>();
        for (Entry entry : waiting) {
            if (due.size() < limit && leasesOf(entry.event().tenant(), now) < MOST_OF_TENANT) {
                leases.put(entry.delivery().webhook(), leaseEnds);
                due.add(due(entry, now, leaseEnds));
            }
        }
        return due;
    }

    private Instant waitsSince(Entry entry) {
        Instant due = entry.delivery().nextAttemptAt().orElseThrow();
        return served.find(entry.delivery().webhook()).filter(due::isBefore).orElse(due);
    }

    private long leasesOf(TenantId tenant, Instant now) {
        return webhooks.toldBy(tenant).stream()
                .filter(webhook ->
                        leases.find(webhook.id()).filter(now::isBefore).isPresent())
                .count();
    }

    @Override
    public boolean settle(Due due, Settlement settlement) {
        Key key = new Key(due.webhook(), due.event().id());
        boolean mine =
                leases.find(due.webhook()).filter(due.leaseEnds()::equals).isPresent();
        if (mine) {
            leases.remove(due.webhook());
            served.put(due.webhook(), settlement.now());
            rows.find(key).filter(Entry::isPending).ifPresent(entry -> rows.put(key, settled(entry, settlement)));
            webhooks.find(due.webhook()).ifPresent(webhook -> webhooks.update(judged(webhook, settlement)));
        }
        return mine && webhooks.find(due.webhook()).isPresent();
    }

    @Override
    public int giveUp(Instant before, Instant now, int limit) {
        Set<WebhookId> webhooksOf = new HashSet<>();
        rows.all()
                .filter(entry -> entry.isPending() && entry.since().isBefore(before))
                .toList()
                .forEach(entry -> {
                    put(new Entry(
                            entry.event(), entry.delivery().givenUp(), entry.place(), entry.since(), Optional.of(now)));
                    webhooksOf.add(entry.delivery().webhook());
                });
        return webhooksOf.size();
    }

    @Override
    public int removeDone(Instant before, int limit) {
        return rows.removeFirst(
                limit,
                entry -> entry.doneAt().filter(before::isAfter).isPresent()
                        || (entry.isPending() && entry.since().isBefore(before) && !isActive(entry)));
    }

    void forget(TenantId tenant) {
        rows.removeFirst(Integer.MAX_VALUE, entry -> entry.event().tenant().equals(tenant));
    }

    private void line(WebhookEvent event, WebhookId webhook) {
        Delivery delivery = new Delivery(
                event.id(),
                webhook,
                event.type(),
                Status.PENDING,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(event.at()),
                event.at(),
                Optional.empty());
        put(new Entry(event, delivery, ++lastPlace, event.at(), Optional.empty()));
    }

    private void replay(Entry entry, Instant now) {
        Delivery before = entry.delivery();
        Delivery again = new Delivery(
                before.event(),
                before.webhook(),
                before.type(),
                Status.PENDING,
                entry.isPending() ? before.attempts() : 0,
                before.lastStatus(),
                before.lastError(),
                Optional.of(now),
                before.createdAt(),
                before.deliveredAt());
        put(
                entry.isPending()
                        ? new Entry(entry.event(), again, entry.place(), entry.since(), Optional.empty())
                        : new Entry(entry.event(), again, ++lastPlace, now, Optional.empty()));
    }

    private static Entry settled(Entry entry, Settlement by) {
        Delivery before = entry.delivery();
        boolean delivered = by.next() == Status.DELIVERED;
        Delivery after = new Delivery(
                before.event(),
                before.webhook(),
                before.type(),
                by.next(),
                before.attempts() + 1,
                by.attempt().status(),
                by.attempt().error(),
                by.nextAttemptAt(),
                before.createdAt(),
                delivered ? Optional.of(by.now()) : before.deliveredAt());
        Optional<Instant> done = by.next() == Status.PENDING ? Optional.empty() : Optional.of(by.now());
        return new Entry(entry.event(), after, entry.place(), entry.since(), done);
    }

    private static Webhook judged(Webhook webhook, Settlement by) {
        Optional<Instant> failing = by.attempt().succeeded()
                ? Optional.empty()
                : webhook.failingSince().or(() -> Optional.of(by.now()));
        return new Webhook(
                webhook.id(),
                webhook.tenant(),
                webhook.url(),
                webhook.description(),
                webhook.events(),
                webhook.active(),
                webhook.createdAt(),
                failing,
                webhook.previousSecretExpiresAt());
    }

    private void put(Entry entry) {
        rows.put(new Key(entry.delivery().webhook(), entry.event().id()), entry);
    }

    /** The first of the line at each active webhook. */
    private Stream<Entry> heads() {
        return rows.all()
                .filter(entry -> entry.isPending() && isActive(entry))
                .map(entry -> entry.delivery().webhook())
                .distinct()
                .map(this::head)
                .filter(Objects::nonNull);
    }

    private Entry head(WebhookId webhook) {
        return rows.all()
                .filter(entry -> entry.isPending() && entry.delivery().webhook().equals(webhook))
                .min(Comparator.comparing(Entry::place))
                .orElse(null);
    }

    private boolean isActive(Entry entry) {
        return webhooks.find(entry.delivery().webhook()).filter(Webhook::active).isPresent();
    }

    private boolean isFree(Entry entry, Instant now) {
        return leases.find(entry.delivery().webhook()).filter(now::isBefore).isEmpty();
    }

    private Due due(Entry entry, Instant now, Instant leaseEnds) {
        Webhook webhook = webhooks.find(entry.delivery().webhook()).orElseThrow();
        return new Due(
                webhook.id(),
                webhook.url(),
                webhooks.secrets(webhook, now),
                entry.event(),
                entry.delivery().attempts(),
                entry.since(),
                leaseEnds);
    }

    /** What is on its way to a webhook that is no more is nowhere. */
    private Stream<Entry> at(TenantId tenant, WebhookId webhook) {
        return webhooks.find(tenant, webhook).stream()
                .flatMap(found ->
                        rows.all().filter(entry -> entry.delivery().webhook().equals(webhook)));
    }
}
