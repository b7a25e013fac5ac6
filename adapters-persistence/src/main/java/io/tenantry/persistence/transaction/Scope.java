package io.tenantry.persistence.transaction;

import io.tenantry.domain.tenant.TenantId;
import java.util.Optional;

/**
 * How far a transaction reaches.
 *
 * @param tenant the one whose rows are in reach, if it is one
 * @param all whether those of all tenants are
 */
record Scope(Optional<TenantId> tenant, boolean all) {

    static final Scope ALL = new Scope(Optional.empty(), true);

    static final Scope NONE = new Scope(Optional.empty(), false);

    static Scope of(TenantId tenant) {
        return new Scope(Optional.of(tenant), false);
    }

    boolean reaches(TenantId other) {
        return all || tenant.filter(other::equals).isPresent();
    }
}
