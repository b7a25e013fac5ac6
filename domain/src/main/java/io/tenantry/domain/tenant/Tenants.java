package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All tenants. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface Tenants {

    /** Stores a new tenant. Empty, and nothing stored, when its slug is taken, also by a registration under way. */
    Optional<Tenant> add(NewTenant tenant);

    Optional<Tenant> find(TenantReference reference);

    /** Those of the tenants that are there, in no particular order. */
    List<Tenant> findAll(Set<TenantId> ids);

    /** As {@link #find}, and holds it: nobody else holds or changes it until the transaction under way ends. */
    Optional<Tenant> hold(TenantId id);

    /** Replaces all that may change of a tenant that exists. All nodes hear of it within a second. */
    void update(Tenant tenant);

    /** In the order of their numbers, those after {@code number}, {@code limit} at most (1 to 1,000). */
    List<Tenant> listAfter(long number, int limit);

    /** Closed tenants whose time was over before {@code now}, and which nobody holds: held from now on. At most {@code limit}. */
    List<Tenant> holdRemovable(Instant now, int limit);

    /**
     * Active tenants, made before {@code createdBefore}, of whose members none has verified an address; {@code limit} at most. In
     * the scope of all tenants.
     */
    List<Tenant> neverVerified(Instant createdBefore, int limit);

    /**
     * Removes a tenant's row and all that belongs to it in the control plane: memberships, domains, claims, invitations. In the
     * scope of the tenant or of all; its schema must have been dropped. All nodes hear of it within a second. Its slug can be had
     * again; its id is never.
     */
    void remove(TenantId id);
}
