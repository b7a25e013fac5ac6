package io.tenantry.domain.audit;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * The audit. Written in the transaction of what it tells of: so that nothing is told that did not happen, and nothing
 * happens untold. Once the transaction has committed each event is also written to the security log.
 */
@DrivenPort
public interface AuditEvents {

    /** Adds an event: to its tenant's audit, in whatever scope, or if it has none to the installation's. */
    void add(AuditEvent event);

    /**
     * The newest events about a user, or by them, at most {@code limit}, the newest first: in the scope of a tenant of its audit,
     * in any other of the installation's.
     */
    List<AuditEvent> about(UserId user, int limit);

    /**
     * Removes events that are older: in the scope of a tenant from its audit, in any other from the installation's.
     *
     * @return how many, {@code limit} at most
     */
    int removeBefore(Instant before, int limit);
}
