package io.tenantry.application.apikey;

import io.tenantry.application.ApiKeyPorts;
import io.tenantry.domain.apikey.CountApiKeyCall;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.domain.session.KeyPrincipal;
import java.time.InstantSource;

/** A call on Tenantry's own routes is a request of no units: the quota is the host's to be used up. */
final class CountApiKeyCallService implements CountApiKeyCall {

    private final KnownKeys known;
    private final KeyUses uses;
    private final InstantSource clock;

    CountApiKeyCallService(ApiKeyPorts ports, InstantSource clock) {
        this.known = ports.known();
        this.uses = ports.uses();
        this.clock = clock;
    }

    @Override
    public void count(KeyPrincipal by) {
        known.find(by.key()).ifPresent(key -> uses.admit(key, by.proof().previous(), 0, clock.instant()));
    }
}
