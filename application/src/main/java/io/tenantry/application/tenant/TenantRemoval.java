package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Removes a tenant with all that is its own, within the transaction under way, in its scope. Since it was found another node may
 * have removed it, or somebody restored it: it is looked at once more, held.
 */
final class TenantRemoval {

    private final Tenants tenants;
    private final TenantSchemas schemas;
    private final Memberships memberships;
    private final Credentials credentials;
    private final Users users;
    private final AuditTrail trail;
    private final InstantSource clock;

    TenantRemoval(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.tenants = ports.tenants();
        this.schemas = ports.tenantSchemas();
        this.memberships = ports.memberships();
        this.credentials = ports.credentials();
        this.users = ports.users();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /** False if it is not closed any more, or its time is not over at {@code now}. */
    boolean removeClosed(TenantId id, Instant now) {
        Optional<Tenant> closed = tenants.hold(id)
                .filter(tenant -> tenant.removedAfter().filter(now::isAfter).isPresent());
        closed.ifPresent(tenant -> remove(tenant, "closed"));
        return closed.isPresent();
    }

    /** False if it is not active, was made later, or a member has a verified address now. Who verifies one just now holds their credential: they are waited for. */
    boolean removeUnverified(TenantId id, Instant createdBefore) {
        members(id).forEach(credentials::hold);
        Optional<Tenant> abandoned = tenants.hold(id)
                .filter(tenant -> tenant.isActive() && tenant.createdAt().isBefore(createdBefore))
                .filter(tenant -> !isAnyVerified(tenant.id()));
        abandoned.ifPresent(tenant -> remove(close(tenant), "never_verified"));
        return abandoned.isPresent();
    }

    private boolean isAnyVerified(TenantId id) {
        return members(id).stream().map(users::find).flatMap(Optional::stream).anyMatch(User::emailVerified);
    }

    private List<UserId> members(TenantId id) {
        return Stream.of(Role.values())
                .flatMap(role -> memberships.withRole(id, role).stream())
                .map(Membership::user)
                .toList();
    }

    /** What is in use cannot be dropped. */
    private Tenant close(Tenant tenant) {
        Tenant closed = tenant.closed(clock.instant());
        tenants.update(closed);
        return closed;
    }

    private void remove(Tenant tenant, String reason) {
        schemas.drop(tenant.id());
        tenants.remove(tenant.id());
        Target target = new Target(Target.Type.TENANT, tenant.id().toString());
        trail.doneBySystemTo(AuditAction.TENANT_REMOVED, target, Map.of("reason", reason));
    }
}
