package io.tenantry.application.machine;

import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.machine.InspectMachineToken;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.session.KeyPrincipal;
import java.util.Optional;

final class InspectMachineTokenService implements InspectMachineToken {

    private final HeldTokens tokens;

    InspectMachineTokenService(HeldTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<MachineClaims> inspect(KeyPrincipal by, MachineClaims claims) {
        return Optional.of(claims)
                .filter(token -> token.tenant().equals(by.tenant()))
                .flatMap(tokens::keyOf)
                .map(key -> asOfNow(claims, key));
    }

    private static MachineClaims asOfNow(MachineClaims claims, KnownKey key) {
        return new MachineClaims(
                claims.key(),
                claims.tenant(),
                key.scopes().within(claims.scopes()),
                claims.issuedAt(),
                claims.expiresAt(),
                claims.id(),
                claims.secretSince());
    }
}
