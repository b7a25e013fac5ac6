package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.apikey.ManagedKeys.Managed;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.IssueApiKey.Issued;
import io.tenantry.domain.apikey.RotateApiKey;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

final class RotateApiKeyService implements RotateApiKey {

    private static final String OVERLAP = "overlapSeconds";

    private final Transactions transactions;
    private final ManagedKeys managed;
    private final NeverWider neverWider;
    private final ApiKeys keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    RotateApiKeyService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = new ManagedKeys(ports, clock, random);
        this.neverWider = new NeverWider(ports, clock);
        this.keys = ports.apiKeys().keys();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Issued rotate(Command command) {
        return transactions.inTenant(command.tenant(), () -> {
            Managed held = managed.hold(command.by(), command.tenant(), command.key());
            neverWider.requireNotWiderThan(command.by(), held.by(), held.key());
            managed.requireActive(held.key());
            return rotated(command, held);
        });
    }

    private Issued rotated(Command command, Managed held) {
        ApiKeySecret next = ApiKeySecret.generate(held.key().id(), random);
        UserId by = command.by().user();
        keys.update(held.key().rotated(next, command.overlap(), clock.instant()).takenOverBy(by));
        String overlap = String.valueOf(command.overlap().toSeconds());
        managed.note(AuditAction.API_KEY_ROTATED, held, command.by(), command.device(), Map.of(OVERLAP, overlap));
        if (!held.key().createdBy().equals(by)) {
            Map<String, String> before = Map.of("from", held.key().createdBy().toString());
            managed.note(AuditAction.API_KEY_TAKEN_OVER, held, command.by(), command.device(), before);
        }
        return new Issued(managed.details(held.key()), next);
    }
}
