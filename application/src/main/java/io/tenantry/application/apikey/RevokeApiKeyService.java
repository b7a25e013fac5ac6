package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.apikey.ManagedKeys.Managed;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.RevokeApiKey;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

final class RevokeApiKeyService implements RevokeApiKey {

    private final Transactions transactions;
    private final ManagedKeys managed;
    private final ApiKeys keys;
    private final InstantSource clock;

    RevokeApiKeyService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = new ManagedKeys(ports, clock, random);
        this.keys = ports.apiKeys().keys();
        this.clock = clock;
    }

    @Override
    public void revoke(Command command) {
        transactions.inTenant(command.tenant(), () -> {
            Managed held = managed.hold(command.by(), command.tenant(), command.key());
            if (!held.key().isRevoked()) {
                keys.update(held.key().revoked(clock.instant()));
                managed.note(AuditAction.API_KEY_REVOKED, held, command.by(), command.device(), Map.of());
            }
            return held;
        });
    }
}
