package io.tenantry.domain.membership;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is in which tenant. Belong to their tenant: see {@link io.tenantry.domain.port.Transactions}. */
@DrivenPort
public interface Memberships {

    /**
     * The tenants that the user alone owns, but for those that are closed and wait to be removed. In the scope of all tenants;
     * holds the owners of the user's tenants until the transaction under way ends, so that the answer stays true.
     */
    List<TenantId> ownedAlone(UserId user);

    /** Stores a membership in its tenant's scope; false, and nothing stored, if the user is a member. All nodes hear of it within a second. */
    boolean add(Membership membership);

    Optional<Membership> find(TenantId tenant, UserId user);

    /** In the scope at hand, the oldest first, each with its tenant. */
    List<TenantMembership> of(UserId user);

    /** The members of a tenant with the role, in the order in which they joined. */
    List<Membership> withRole(TenantId tenant, Role role);

    /** How many members a tenant has. */
    int count(TenantId tenant);

    /** Members of a tenant in the order in which they joined; the cursor is {@code joinedAt} and the user's id. */
    Page<Member> page(TenantId tenant, PageRequest request);

    /**
     * Holds a tenant's membership list: whoever else wants to change or remove a member waits until the transaction under way
     * ends, and sees then what it has done.
     */
    void hold(TenantId tenant);

    /**
     * Replaces the role of a membership that exists. All nodes hear of it within a second. The last owner's cannot be replaced,
     * whatever the caller has looked at: the storage keeps that rule too.
     *
     * @throws io.tenantry.domain.failure.LastOwner if the tenant would be left without an owner; then the transaction cannot go
     *     on. Thrown here or by the commit
     */
    void update(Membership membership);

    /**
     * Removes a membership; false if there was none. All nodes hear of it within a second.
     *
     * @throws io.tenantry.domain.failure.LastOwner as with {@link #update}
     */
    boolean remove(TenantId tenant, UserId user);

    /** Notes that the user works in the tenant. */
    void used(TenantId tenant, UserId user, Instant at);
}
