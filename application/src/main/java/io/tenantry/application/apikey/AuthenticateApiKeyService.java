package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.apikey.OpenedKeys.Opened;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.AuthenticateApiKey;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;
import java.time.InstantSource;

final class AuthenticateApiKeyService implements AuthenticateApiKey {

    private final OpenedKeys keys;
    private final InstantSource clock;

    AuthenticateApiKeyService(DrivenPorts ports, Policies policies, InstantSource clock) {
        this.keys = new OpenedKeys(ports, policies, clock);
        this.clock = clock;
    }

    @Override
    public KeyPrincipal authenticate(String shown, Device device) {
        return keys.open(shown, device)
                .filter(opened -> opened.isGood(clock.instant()))
                .map(AuthenticateApiKeyService::principal)
                .orElseThrow(Unauthenticated::new);
    }

    private static KeyPrincipal principal(Opened opened) {
        ApiKey key = opened.key().key();
        return new KeyPrincipal(
                key.id(), key.createdBy(), key.tenant(), opened.key().scopes(), opened.proof());
    }
}
