package io.tenantry.persistence.webhook;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.webhook.Deliveries.Due;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.mapping.DomainArguments;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is to be sent, as it is stored.
 *
 * @param previousSealedSecret if it still signs
 * @param names of the details, in the order of {@code texts}
 */
@SuppressWarnings("ArrayRecordComponent") // A row on its way, compared with nothing.
public record DueRow(
        UUID webhookId,
        UUID tenantId,
        String url,
        byte[] sealedSecret,
        Optional<byte[]> previousSealedSecret,
        Instant leaseEndsAt,
        UUID eventId,
        String eventType,
        Instant occurredAt,
        String actorKind,
        Optional<UUID> actorId,
        Optional<UUID> subject,
        Optional<String> targetType,
        Optional<String> targetId,
        List<String> names,
        List<String> texts,
        int attempts,
        Instant linedUpAt) {

    /** Of the tables under the names {@code w} and {@code d}. */
    static final String COLUMNS = " w.id webhook_id, w.tenant_id, w.url, w.sealed_secret,"
            + " case when w.previous_secret_expires_at > :now then w.previous_sealed_secret end previous_sealed_secret,"
            + " w.lease_ends_at, d.event_id, d.event_type, d.occurred_at, d.actor_kind, d.actor_id, d.subject,"
            + " d.target_type, d.target_id, d.attempts, d.lined_up_at,"
            + " array(select key from jsonb_each_text(d.detail) order by key) names,"
            + " array(select value from jsonb_each_text(d.detail) order by key) texts ";

    /** @throws Encryption.DoesNotOpen if the secret was sealed with one that this node has not */
    Due open(Encryption encryption) {
        WebhookId webhook = new WebhookId(webhookId);
        List<WebhookSecret> secrets = Stream.concat(Stream.of(sealedSecret), previousSealedSecret.stream())
                .map(bytes -> SealedSecrets.open(bytes, webhook, encryption))
                .toList();
        return new Due(webhook, new WebhookUrl(url), secrets, event(), attempts, linedUpAt, leaseEndsAt);
    }

    private WebhookEvent event() {
        return new WebhookEvent(
                new EventId(eventId),
                occurredAt,
                EventType.ofWord(eventType).orElseThrow(),
                new TenantId(tenantId),
                new Actor(DomainArguments.ofWord(Actor.Kind.class, actorKind), actorId),
                subject.map(UserId::new),
                targetType.map(
                        type -> new Target(DomainArguments.ofWord(Target.Type.class, type), targetId.orElseThrow())),
                details());
    }

    private Map<String, String> details() {
        Map<String, String> details = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            details.put(names.get(i), texts.get(i));
        }
        return details;
    }
}
