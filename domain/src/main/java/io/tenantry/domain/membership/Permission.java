package io.tenantry.domain.membership;

import java.util.Optional;

/**
 * What one may do in a tenant, and which roles may. The one table of it.
 *
 * @see Role#may
 */
public enum Permission {
    SEE_TENANT("tenant:read", Role.MEMBER),
    SEE_MEMBERS("members:read", Role.MEMBER),
    CHANGE_TENANT("tenant:write", Role.ADMIN),
    DELETE_TENANT(null, Role.OWNER),
    /** Make, demote or remove an owner. */
    MANAGE_OWNERS(null, Role.OWNER),
    /** Invite, remove, change from admin to member and back. */
    MANAGE_MEMBERS("members:write", Role.ADMIN),
    READ_API_KEYS("keys:read", Role.ADMIN),
    MANAGE_API_KEYS("keys:write", Role.ADMIN),
    READ_AUDIT("audit:read", Role.ADMIN),
    MANAGE_WEBHOOKS("webhooks:write", Role.ADMIN),
    LEAVE(null, Role.MEMBER);

    private final String scope;
    private final Role least;

    /** @param least the least mighty of the roles that may */
    Permission(String scope, Role least) {
        this.scope = scope;
        this.least = least;
    }

    /** By which scope an API key may do it; empty if by none. */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    boolean isGivenTo(Role role) {
        return role.compareTo(least) <= 0;
    }
}
