package io.tenantry.domain.audit;

import java.util.Optional;

/**
 * An event, with what those are called now whom it names.
 *
 * @param actorLabel the address of whoever did it; empty if they are no more, or never were a user
 * @param targetLabel the same of the user whom it is about, or the name of the tenant or host; empty if it is no more
 */
public record AuditEntry(AuditEvent event, Optional<String> actorLabel, Optional<String> targetLabel) {}
