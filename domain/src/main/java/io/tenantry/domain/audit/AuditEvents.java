package io.tenantry.domain.audit;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * The audit. Written in the transaction of what it tells of: so that nothing is told that did not happen, and nothing
 * happens untold. Once the transaction has committed each event is also written to the security log.
 *
 * <p>A tenant's audit is a chain: each event bears a digest of itself and of the one before it, so that one which was changed or
 * taken out is found. The chain runs over ids and salted digests of what names a person, and holds when that is erased.
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

    /** The same of all events that fit, a page at a time; the cursor is time and id. */
    Page<AuditEvent> page(AuditFilter filter, PageRequest request);

    /**
     * Erases from where a user did what they did, and others did what is about them (addresses and programs): in the scope of all
     * tenants, from the installation's audit and from those of the tenants named. Their id stays.
     */
    void eraseDevices(UserId user, List<Tenant> tenants);

    /** Verifies the chain of the tenant in whose scope the transaction is. May take seconds. */
    AuditChain verify();

    /**
     * Removes events that are older: in the scope of a tenant from its audit, in any other from the installation's. What is left
     * of a chain still holds.
     *
     * @return how many, {@code limit} at most
     */
    int removeBefore(Instant before, int limit);
}
