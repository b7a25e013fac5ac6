package io.tenantry.http.api.audit;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditEntry;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.http.wire.Json;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * An event of an audit.
 *
 * @param target null if it is about nothing in particular
 * @param ip null if it is not known, or erased
 * @param outcome {@code success} or {@code refused}
 */
public record AuditJson(
        String id,
        String at,
        ActorJson actor,
        String action,
        TargetJson target,
        String ip,
        String outcome,
        Map<String, String> data) {

    public static AuditJson of(AuditEntry entry) {
        AuditEvent event = entry.event();
        return new AuditJson(
                event.id().toString(),
                Json.time(event.at()),
                ActorJson.of(event.actor(), entry.actorLabel().orElse(null)),
                event.action().word(),
                TargetJson.of(event, entry.targetLabel().orElse(null)),
                event.device().address().orElse(null),
                event.outcome().name().toLowerCase(Locale.ROOT),
                event.data());
    }

    /**
     * Who did it.
     *
     * @param id null for the system, and for a user who had not shown who they are
     * @param label what they are called now; null if they are no more
     */
    public record ActorJson(String type, String id, String label) {
        static ActorJson of(Actor actor, String label) {
            return new ActorJson(
                    actorType(actor.kind()), actor.id().map(UUID::toString).orElse(null), label);
        }

        /** What a kind is called. */
        public static String actorType(Actor.Kind kind) {
            return switch (kind) {
                case USER, ANONYMOUS -> "user";
                case OPERATOR -> "operator";
                case API_KEY -> "apiKey";
                case SYSTEM -> "system";
            };
        }
    }

    /**
     * What it is about: the thing that the event names, else the user.
     *
     * @param label what it is called now; null if it is no more
     */
    public record TargetJson(String type, String id, String label) {
        static TargetJson of(AuditEvent event, String label) {
            return event.target()
                    .map(target -> new TargetJson(target.type().word(), target.id(), label))
                    .or(() -> event.subject().map(user -> new TargetJson("user", user.toString(), label)))
                    .orElse(null);
        }
    }
}
