package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.DomainArguments;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An event as it is stored.
 *
 * @param names of its data, in the order of {@code texts}
 */
public record AuditRow(
        UUID id,
        Instant occurredAt,
        String action,
        String actorKind,
        Optional<UUID> actorId,
        Optional<UUID> subject,
        Optional<String> targetType,
        Optional<String> targetId,
        String outcome,
        Optional<String> address,
        Optional<String> userAgent,
        List<String> names,
        List<String> texts) {

    /** Of the table under the name {@code e}. */
    static final String COLUMNS = " e.id, e.occurred_at, e.action, e.actor_kind, e.actor_id, e.subject::uuid subject,"
            + " e.target_type, e.target_id, e.outcome, e.address, e.user_agent,"
            + " array(select key from jsonb_each_text(e.detail) order by key) names,"
            + " array(select value from jsonb_each_text(e.detail) order by key) texts ";

    private static final Map<String, AuditAction> ACTIONS =
            Arrays.stream(AuditAction.values()).collect(Collectors.toMap(AuditAction::word, Function.identity()));

    /** @param tenant whose audit it is from; none if it is the installation's */
    AuditEvent event(Optional<Tenant> tenant) {
        return new AuditEvent(
                id,
                occurredAt,
                ACTIONS.get(action),
                new Actor(DomainArguments.ofWord(Actor.Kind.class, actorKind), actorId),
                tenant,
                subject.map(UserId::new),
                targetType.map(
                        type -> new Target(DomainArguments.ofWord(Target.Type.class, type), targetId.orElseThrow())),
                new Device(address, userAgent),
                DomainArguments.ofWord(AuditEvent.Outcome.class, outcome),
                data());
    }

    private Map<String, String> data() {
        Map<String, String> data = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            data.put(names.get(i), texts.get(i));
        }
        return data;
    }
}
