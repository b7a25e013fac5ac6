package io.tenantry.application.machine;

import io.tenantry.application.ApiKeyPorts;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.machine.RevokedTokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells which tokens of keys still hold. Called outside of transactions. */
final class HeldTokens {

    private final KnownKeys known;
    private final RevokedTokens revoked;
    private final InstantSource clock;

    HeldTokens(ApiKeyPorts ports, InstantSource clock) {
        this.known = ports.known();
        this.revoked = ports.revokedTokens();
        this.clock = clock;
    }

    /** The key of a token that holds; empty if the token does not. */
    Optional<KnownKey> keyOf(MachineClaims claims) {
        return known.find(claims.key())
                .filter(key -> holds(key, claims, clock.instant()))
                .filter(key -> !revoked.isRevoked(claims.id()));
    }

    private static boolean holds(KnownKey known, MachineClaims claims, Instant now) {
        ApiKey key = known.key();
        return known.refusal(now).isEmpty()
                && key.tenant().equals(claims.tenant())
                && key.stillHasSecretSince(claims.secretSince(), now);
    }
}
