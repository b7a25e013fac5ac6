package io.tenantry.domain.tenant;

/** Whether a tenant may be used. Nobody signs in to, refreshes into or calls a tenant that is not {@link #ACTIVE}. */
public enum TenantStatus {
    ACTIVE,
    /** Closed by its owner. */
    INACTIVE,
    /** Closed by an operator. */
    SUSPENDED
}
