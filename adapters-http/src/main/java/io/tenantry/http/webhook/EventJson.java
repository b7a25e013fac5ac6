package io.tenantry.http.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.http.api.audit.AuditJson;
import io.tenantry.http.wire.Json;
import java.util.Map;
import java.util.UUID;

/** An event as it is sent (Standard Webhooks, "Payload structure"): the same at every try. */
record EventJson(String type, String timestamp, DataJson data) {
    static EventJson of(WebhookEvent event) {
        return new EventJson(event.type().word(), Json.time(event.at()), DataJson.of(event));
    }

    /**
     * What happened.
     *
     * @param userId whom it is about; absent if it is about no user
     * @param target what else it is about; absent if nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DataJson(String tenantId, ActorJson actor, String userId, TargetJson target, Map<String, String> details) {
        static DataJson of(WebhookEvent event) {
            return new DataJson(
                    event.tenant().toString(),
                    ActorJson.of(event.actor()),
                    event.subject().map(UserId::toString).orElse(null),
                    event.target().map(TargetJson::of).orElse(null),
                    event.details());
        }
    }

    /** @param id null for the system, and for a user who had not shown who they are */
    record ActorJson(String type, String id) {
        static ActorJson of(Actor actor) {
            return new ActorJson(
                    AuditJson.ActorJson.actorType(actor.kind()),
                    actor.id().map(UUID::toString).orElse(null));
        }
    }

    record TargetJson(String type, String id) {
        static TargetJson of(Target target) {
            return new TargetJson(target.type().word(), target.id());
        }
    }
}
