package io.tenantry.application.machine;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.machine.AuthenticateMachine;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.session.KeyPrincipal;

final class AuthenticateMachineService implements AuthenticateMachine {

    private final HeldTokens tokens;

    AuthenticateMachineService(HeldTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public KeyPrincipal authenticate(MachineClaims claims) {
        return tokens.keyOf(claims).map(key -> principal(key, claims)).orElseThrow(Unauthenticated::new);
    }

    private static KeyPrincipal principal(KnownKey known, MachineClaims claims) {
        ApiKey key = known.key();
        return new KeyPrincipal(
                key.id(),
                key.createdBy(),
                key.tenant(),
                known.scopes().within(claims.scopes()),
                new KeyPrincipal.Proof(claims.secretSince(), !key.hasSecretSince(claims.secretSince()), true));
    }
}
