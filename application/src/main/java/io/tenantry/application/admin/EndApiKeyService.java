package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.admin.EndApiKey;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;
import java.util.Map;

/** Looks across tenants, for only the key tells whose it is. */
final class EndApiKeyService implements EndApiKey {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final ApiKeys keys;
    private final Tenants tenants;
    private final InstantSource clock;

    EndApiKeyService(DrivenPorts ports, OperatorAccess access, InstantSource clock) {
        this.transactions = ports.transactions();
        this.access = access;
        this.keys = ports.apiKeys().keys();
        this.tenants = ports.tenants();
        this.clock = clock;
    }

    @Override
    public void end(Principal by, ApiKeyId id, Device device) {
        access.require(by);
        transactions.acrossTenants(() -> {
            ApiKey key = keys.hold(id).orElseThrow(NotFound::new);
            return key.isRevoked() ? asked(key, by, device) : revoked(key, by, device);
        });
    }

    /** Nothing happens in the tenant; but what an operator calls is noted, every time. */
    private ApiKey asked(ApiKey key, Principal by, Device device) {
        access.looked(
                AuditAction.API_KEY_REVOKED, by, device, Map.of("key", key.id().toString(), "done", "before"));
        return key;
    }

    private ApiKey revoked(ApiKey key, Principal by, Device device) {
        ApiKey revoked = key.revoked(clock.instant());
        keys.update(revoked);
        Tenant tenant = tenants.find(key.tenant()).orElseThrow(NotFound::new);
        Target target = new Target(Target.Type.API_KEY, key.id().toString());
        access.did(AuditAction.API_KEY_REVOKED, by, tenant, target, device);
        return revoked;
    }
}
