package io.tenantry.domain.membership;

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
     * The tenants that the user alone owns. In the scope of all tenants; holds the owners of the user's tenants until the
     * transaction under way ends, so that the answer stays true.
     */
    List<TenantId> ownedAlone(UserId user);

    /** Stores a membership in its tenant's scope. All nodes hear of it within a second. */
    void add(Membership membership);

    Optional<Membership> find(TenantId tenant, UserId user);

    /** In the scope at hand, the oldest first, each with its tenant. */
    List<TenantMembership> of(UserId user);

    /** The members of a tenant with the role, in the order in which they joined. */
    List<Membership> withRole(TenantId tenant, Role role);

    /** Notes that the user works in the tenant. */
    void used(TenantId tenant, UserId user, Instant at);
}
