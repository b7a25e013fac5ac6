package io.tenantry.domain.webhook;

import io.tenantry.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a tenant wants to be told of what happens in it. Its secrets are not here: they are shown once.
 *
 * @param description for people; 0 to {@value #LONGEST_DESCRIPTION} characters
 * @param active whether events are noted for it, and sent
 * @param failingSince since when no try has succeeded, if the last one failed
 * @param previousSecretExpiresAt until when events also bear a signature by the secret before the last renewal
 */
public record Webhook(
        WebhookId id,
        TenantId tenant,
        WebhookUrl url,
        String description,
        EventChoice events,
        boolean active,
        Instant createdAt,
        Optional<Instant> failingSince,
        Optional<Instant> previousSecretExpiresAt) {

    public static final int LONGEST_DESCRIPTION = 200;

    /** How long both secrets sign after a renewal. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    public Webhook at(WebhookUrl other) {
        return new Webhook(
                id, tenant, other, description, events, active, createdAt, failingSince, previousSecretExpiresAt);
    }

    public Webhook described(String other) {
        return new Webhook(id, tenant, url, other, events, active, createdAt, failingSince, previousSecretExpiresAt);
    }

    public Webhook toldOf(EventChoice other) {
        return new Webhook(
                id, tenant, url, description, other, active, createdAt, failingSince, previousSecretExpiresAt);
    }

    /** One that is made active again has not failed yet. */
    public Webhook active(boolean yes) {
        Optional<Instant> failing = yes && !active ? Optional.empty() : failingSince;
        return new Webhook(id, tenant, url, description, events, yes, createdAt, failing, previousSecretExpiresAt);
    }

    /** With a new secret, beside which the one so far signs for {@link #OVERLAP}. */
    public Webhook renewed(Instant now) {
        Optional<Instant> end = Optional.of(now.plus(OVERLAP));
        return new Webhook(id, tenant, url, description, events, active, createdAt, failingSince, end);
    }
}
