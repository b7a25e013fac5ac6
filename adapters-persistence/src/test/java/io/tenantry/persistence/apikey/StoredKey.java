package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import java.time.LocalDate;
import java.util.List;

/**
 * A key of a tenant of its own.
 *
 * @param owner answers for it
 */
public record StoredKey(ApiKey key, Tenant tenant, User owner) {

    public static StoredKey in(PostgresPersistence ports) {
        Registration registration = Registration.by(ports);
        return of(registration.tenant(), registration.owner(), ports);
    }

    public static StoredKey of(Tenant tenant, User owner, PostgresPersistence ports) {
        ApiKey key = ApiKeyFixture.of(tenant.id(), owner.id());
        ports.transactions().inTenant(tenant.id(), () -> {
            ports.keys().keys().add(key);
            return key;
        });
        return new StoredKey(key, tenant, owner);
    }

    /** Another of the same tenant and owner. */
    StoredKey sister(PostgresPersistence ports) {
        return of(tenant, owner, ports);
    }

    KnownKey known(PostgresPersistence ports) {
        return ports.keys().known().find(key.id()).orElseThrow();
    }

    void withQuota(long quota, PostgresPersistence ports) {
        ports.transactions().outsideTenants(() -> {
            ports.tenants().update(tenant.on(tenant.plan(), quota, tenant.updatedAt()));
            return quota;
        });
    }

    public void revoke(PostgresPersistence ports) {
        ports.transactions().inTenant(tenant.id(), () -> {
            ports.keys().keys().update(key.revoked(key.createdAt()));
            return key;
        });
    }

    ApiKeyUse use(PostgresPersistence ports) {
        return ports.transactions()
                .inTenant(tenant.id(), () -> ports.keys().keys().find(tenant.id(), key.id()))
                .map(ApiKeyDetails::use)
                .orElseThrow();
    }

    List<DailyUse> usage(LocalDate from, LocalDate to, PostgresPersistence ports) {
        return ports.transactions()
                .inTenant(tenant.id(), () -> ports.keys().keys().usage(tenant.id(), key.id(), from, to));
    }
}
