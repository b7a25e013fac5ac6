package io.tenantry.domain.session;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;

/** Who calls on what belongs to a tenant: a user, or one of its API keys. */
public sealed interface TenantCaller permits Principal, KeyPrincipal {

    /** The user who calls, or the member who answers for the key that does: its rights are never more than theirs. */
    UserId user();

    /** Whether this caller may be one who does it, whatever role the user has: a key does what its scopes name. */
    boolean allows(Permission permission);

    /** Whether the tenant is in their reach: a key has one alone, whatever else its user belongs to. */
    boolean reaches(TenantId tenant);

    /** Whether they may act as an operator; a key never. */
    boolean operator();

    /** As the audit names them. */
    Actor actor();
}
