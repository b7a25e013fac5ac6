package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.apikey.OpenedKeys.Opened;
import io.tenantry.domain.apikey.KeyRefusal;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.KeyUses.Admission;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.apikey.VerifyApiKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** No transaction and no lock: for a remembered key it is a digest and a few comparisons. */
final class VerifyApiKeyService implements VerifyApiKey {

    private static final Verdict UNKNOWN = new Invalid(KeyRefusal.UNKNOWN);

    private final OpenedKeys keys;
    private final KeyUses uses;
    private final InstantSource clock;

    VerifyApiKeyService(DrivenPorts ports, Policies policies, InstantSource clock) {
        this.keys = new OpenedKeys(ports, policies, clock);
        this.uses = ports.apiKeys().uses();
        this.clock = clock;
    }

    @Override
    public Verdict verify(Command command) {
        Optional<Opened> opened = keys.open(command.key(), command.device());
        return opened.isPresent() ? judged(opened.get(), command) : UNKNOWN;
    }

    private Verdict judged(Opened opened, Command command) {
        Instant now = clock.instant();
        KnownKey key = opened.key();
        Optional<KeyRefusal> refusal = key.refusal(now);
        if (refusal.isPresent()) {
            return new Invalid(refusal.get());
        }
        Scopes scopes = key.scopes();
        if (command.scope().isPresent() && !scopes.cover(command.scope().get())) {
            return new Invalid(KeyRefusal.SCOPE_MISSING);
        }
        Admission admission = uses.admit(key, opened.previousSecret(), command.units(), now);
        return admission.admitted()
                ? new Valid(key.key(), scopes, key.tenant(), admission.used())
                : new Invalid(KeyRefusal.QUOTA_EXCEEDED);
    }
}
