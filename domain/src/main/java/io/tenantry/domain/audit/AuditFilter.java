package io.tenantry.domain.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events are wanted: all that fit every one of these.
 *
 * @param actor the id of whoever did it
 * @param from at this time or later
 * @param to before this time
 */
public record AuditFilter(
        Optional<AuditAction> action, Optional<UUID> actor, Optional<Instant> from, Optional<Instant> to) {

    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
