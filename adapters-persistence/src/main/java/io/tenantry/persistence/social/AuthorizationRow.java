package io.tenantry.persistence.social;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.encryption.Encryption;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** A visit to a provider as it is stored, its nonce and verifier encrypted, each bound to the visit and to what it is. */
@SuppressWarnings("ArrayRecordComponent") // A row on its way, compared with nothing.
public record AuthorizationRow(
        byte[] stateDigest,
        byte[] browserDigest,
        String provider,
        Optional<UUID> userId,
        byte[] sealedNonce,
        byte[] sealedCodeVerifier,
        Instant expiresAt) {

    private static final String NONCE = "nonce";

    private static final String CODE_VERIFIER = "code verifier";

    static AuthorizationRow seal(Authorization visit, Encryption encryption) {
        byte[] state = visit.state().bytes();
        return new AuthorizationRow(
                state,
                visit.browser().bytes(),
                visit.provider().value(),
                visit.user().map(UserId::value),
                encryption.seal(visit.nonce().getBytes(StandardCharsets.UTF_8), row(state, NONCE)),
                encryption.seal(visit.codeVerifier().getBytes(StandardCharsets.UTF_8), row(state, CODE_VERIFIER)),
                visit.expiresAt());
    }

    Authorization open(Encryption encryption) {
        return new Authorization(
                new TokenDigest(stateDigest),
                new TokenDigest(browserDigest),
                new ProviderName(provider),
                userId.map(UserId::new),
                new String(encryption.open(sealedNonce, row(stateDigest, NONCE)), StandardCharsets.UTF_8),
                new String(
                        encryption.open(sealedCodeVerifier, row(stateDigest, CODE_VERIFIER)), StandardCharsets.UTF_8),
                expiresAt);
    }

    private static String row(byte[] state, String what) {
        return "provider_authorization " + HexFormat.of().formatHex(state) + " " + what;
    }
}
