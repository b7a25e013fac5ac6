package io.tenantry.domain.webhook;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a tenant's webhooks are told: by ids, never by names, addresses of mail or secrets.
 *
 * @param subject the user whom it is about, if it is about one
 * @param target what else it is about
 * @param details short words under short names, in the order of these
 */
public record WebhookEvent(
        EventId id,
        Instant at,
        EventType type,
        TenantId tenant,
        Actor actor,
        Optional<UserId> subject,
        Optional<Target> target,
        Map<String, String> details) {

    public WebhookEvent {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** What webhooks are told of something that was done in a tenant; empty if nothing. */
    public static Optional<WebhookEvent> of(AuditEvent event) {
        if (event.outcome() != AuditEvent.Outcome.SUCCESS) {
            return Optional.empty();
        }
        return event.tenant()
                .map(Tenant::id)
                .flatMap(tenant -> EventType.of(event)
                        .map(type -> new WebhookEvent(
                                new EventId(event.id()),
                                event.at(),
                                type,
                                tenant,
                                event.actor(),
                                event.subject(),
                                event.target(),
                                event.data())));
    }
}
