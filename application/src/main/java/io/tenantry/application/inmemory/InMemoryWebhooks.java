package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.domain.webhook.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryWebhooks implements Webhooks {

    /** @param secrets the current one, then the one before */
    private record Entry(Webhook webhook, List<WebhookSecret> secrets) {}

    private final InMemoryTransactions transactions;
    private final InMemoryRows<WebhookId, Entry> rows;

    InMemoryWebhooks(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public void add(Webhook webhook, WebhookSecret secret) {
        transactions.requireReach(webhook.tenant());
        rows.add(webhook.id(), new Entry(webhook, List.of(secret)));
    }

    @Override
    public Optional<Webhook> find(TenantId tenant, WebhookId id) {
        return inReach()
                .filter(found -> found.id().equals(id) && found.tenant().equals(tenant))
                .findFirst();
    }

    @Override
    public Optional<Webhook> hold(TenantId tenant, WebhookId id) {
        return find(tenant, id);
    }

    @Override
    public List<Webhook> of(TenantId tenant) {
        return inReach().filter(found -> found.tenant().equals(tenant)).toList();
    }

    @Override
    public void update(Webhook webhook) {
        replace(webhook, Optional.empty());
    }

    @Override
    public void renew(Webhook webhook, WebhookSecret secret) {
        replace(webhook, Optional.of(secret));
    }

    @Override
    public void remove(TenantId tenant, WebhookId id) {
        find(tenant, id).ifPresent(found -> rows.remove(id));
    }

    /** In whatever scope. */
    List<Webhook> toldBy(TenantId tenant) {
        return rows.all()
                .map(Entry::webhook)
                .filter(one -> one.tenant().equals(tenant))
                .toList();
    }

    /** In the scope at hand. */
    Optional<Webhook> find(WebhookId id) {
        return inReach().filter(found -> found.id().equals(id)).findFirst();
    }

    List<WebhookSecret> secrets(Webhook webhook, Instant now) {
        List<WebhookSecret> all = rows.find(webhook.id()).orElseThrow().secrets();
        return webhook.previousSecretExpiresAt().filter(now::isBefore).isPresent() ? all : all.subList(0, 1);
    }

    void forget(TenantId tenant) {
        rows.removeFirst(Integer.MAX_VALUE, row -> row.webhook().tenant().equals(tenant));
    }

    private Stream<Webhook> inReach() {
        return rows.all().map(Entry::webhook).filter(found -> transactions.reaches(found.tenant()));
    }

    private void replace(Webhook webhook, Optional<WebhookSecret> fresh) {
        transactions.requireReach(webhook.tenant());
        rows.find(webhook.id()).ifPresent(before -> {
            List<WebhookSecret> secrets = new ArrayList<>(before.secrets());
            fresh.ifPresent(secret -> secrets.add(0, secret));
            rows.put(webhook.id(), new Entry(webhook, List.copyOf(secrets.subList(0, Math.min(2, secrets.size())))));
        });
    }
}
