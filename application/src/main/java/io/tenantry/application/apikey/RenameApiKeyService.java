package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.apikey.ManagedKeys.Managed;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.RenameApiKey;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

final class RenameApiKeyService implements RenameApiKey {

    private final Transactions transactions;
    private final ManagedKeys managed;
    private final ApiKeys keys;

    RenameApiKeyService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = new ManagedKeys(ports, clock, random);
        this.keys = ports.apiKeys().keys();
    }

    @Override
    public ApiKeyDetails rename(Command command) {
        return transactions.inTenant(command.tenant(), () -> {
            Managed held = managed.hold(command.by(), command.tenant(), command.key());
            managed.requireActive(held.key());
            if (!held.key().name().equals(command.name())) {
                rename(command, held);
            }
            return managed.details(held.key());
        });
    }

    private void rename(Command command, Managed held) {
        ApiKey renamed = held.key().named(command.name());
        keys.update(renamed);
        managed.note(AuditAction.API_KEY_RENAMED, held, command.by(), command.device(), Map.of());
    }
}
