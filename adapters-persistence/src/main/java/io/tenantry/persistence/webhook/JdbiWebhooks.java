package io.tenantry.persistence.webhook;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.domain.webhook.Webhooks;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.util.List;
import java.util.Optional;

/** Webhooks in the table {@code webhook}, their secrets encrypted. */
public final class JdbiWebhooks implements Webhooks {

    private final Dao<WebhookDao> webhooks;
    private final Encryption encryption;

    public JdbiWebhooks(CurrentTransaction current, Encryption encryption) {
        this.webhooks = new Dao<>(current, WebhookDao.class);
        this.encryption = encryption;
    }

    @Override
    public void add(Webhook webhook, WebhookSecret secret) {
        byte[] sealed = SealedSecrets.seal(secret, webhook.id(), encryption);
        webhooks.run(dao -> dao.insert(webhook, sealed));
    }

    @Override
    public Optional<Webhook> find(TenantId tenant, WebhookId id) {
        return webhooks.get(dao -> dao.find(tenant, id));
    }

    @Override
    public Optional<Webhook> hold(TenantId tenant, WebhookId id) {
        return webhooks.get(dao -> dao.hold(tenant, id));
    }

    @Override
    public List<Webhook> of(TenantId tenant) {
        return webhooks.get(dao -> dao.of(tenant));
    }

    @Override
    public void update(Webhook webhook) {
        webhooks.run(dao -> dao.update(webhook));
    }

    @Override
    public void renew(Webhook webhook, WebhookSecret secret) {
        byte[] sealed = SealedSecrets.seal(secret, webhook.id(), encryption);
        webhooks.run(dao -> dao.renew(webhook, sealed));
    }

    @Override
    public void remove(TenantId tenant, WebhookId id) {
        webhooks.run(dao -> dao.delete(tenant, id));
    }
}
