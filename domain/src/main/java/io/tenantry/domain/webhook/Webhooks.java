package io.tenantry.domain.webhook;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** The webhooks of tenants; their secrets are encrypted at rest. Belong to their tenant: see {@link io.tenantry.domain.port.Transactions}. */
@DrivenPort
public interface Webhooks {

    void add(Webhook webhook, WebhookSecret secret);

    Optional<Webhook> find(TenantId tenant, WebhookId id);

    /** Held until the transaction under way ends. */
    Optional<Webhook> hold(TenantId tenant, WebhookId id);

    /** All of a tenant, the oldest first. */
    List<Webhook> of(TenantId tenant);

    /** Replaces URL, description, events, whether it is active and since when it fails, of one that exists. */
    void update(Webhook webhook);

    /** Gives it another secret; the one so far signs too until {@link Webhook#previousSecretExpiresAt}. */
    void renew(Webhook webhook, WebhookSecret secret);

    /** With all that is on its way to it. */
    void remove(TenantId tenant, WebhookId id);
}
