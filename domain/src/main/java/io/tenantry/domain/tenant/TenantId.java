package io.tenantry.domain.tenant;

import io.tenantry.domain.id.UuidV7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a tenant, for ever: unlike its slug, which a later tenant may have again. */
public record TenantId(UUID value) implements TenantReference {

    public TenantId {
        Objects.requireNonNull(value);
    }

    public static TenantId next(Instant now, RandomGenerator random) {
        return new TenantId(UuidV7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
