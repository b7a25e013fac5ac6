package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.ApiKeyNotActive;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Keys in the hands of those who may manage them. Within a transaction in the tenant's scope. */
final class ManagedKeys {

    /** A key that is held, and as what who manages it is in the tenant. */
    record Managed(TenantMembership by, ApiKey key) {}

    private final TenantAccess access;
    private final ApiKeys keys;
    private final AuditTrail trail;
    private final InstantSource clock;

    ManagedKeys(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.access = new TenantAccess(ports);
        this.keys = ports.apiKeys().keys();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /** Lets pass who may make and change keys; nobody takes that from them until the transaction under way ends. */
    TenantMembership requireHeld(TenantCaller by, TenantId tenant) {
        return access.requireHeld(by, tenant, Permission.MANAGE_API_KEYS);
    }

    /**
     * Holds a key for who may change it: the tenant at first, as everybody does.
     *
     * @throws NotFound if the tenant has none such
     */
    Managed hold(TenantCaller by, TenantId tenant, ApiKeyId id) {
        TenantMembership manager = requireHeld(by, tenant);
        return new Managed(manager, keys.hold(tenant, id).orElseThrow(NotFound::new));
    }

    /** @throws ApiKeyNotActive if it is revoked or expired */
    void requireActive(ApiKey key) {
        if (!key.isActive(clock.instant())) {
            throw new ApiKeyNotActive();
        }
    }

    /** A key that was just stored, as it is told of. */
    ApiKeyDetails details(ApiKey key) {
        return keys.find(key.tenant(), key.id()).orElseThrow(NotFound::new);
    }

    void note(AuditAction action, Managed managed, TenantCaller by, Device device, Map<String, String> data) {
        trail.doneTo(
                managed.by().tenant(),
                action,
                by.actor(),
                Optional.empty(),
                Optional.of(new Target(Target.Type.API_KEY, managed.key().id().toString())),
                device,
                data);
    }
}
