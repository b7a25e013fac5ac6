package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.persistence.mapping.DomainArguments;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** An event as it is bound to the statement that stores it; each value as it will stand in its column. */
public record WrittenEvent(AuditEvent event) {

    /** In microseconds, as PostgreSQL keeps it, rather than rounded by it; and no {@code Timestamp}, whose calendar changed in 1582. */
    public OffsetDateTime occurredAt() {
        return event.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    public Optional<String> targetType() {
        return event.target().map(Target::type).map(DomainArguments::word);
    }

    public Optional<String> targetId() {
        return event.target().map(Target::id);
    }

    /** Of its data, in the order of {@link #texts}. */
    public List<String> names() {
        return List.copyOf(event.data().keySet());
    }

    public List<String> texts() {
        return List.copyOf(event.data().values());
    }
}
