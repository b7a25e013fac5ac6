package io.tenantry.http.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.SigningKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/**
 * Writes access tokens and reads them again: JWT as RFC 9068 has it, signed RS256 (RFC 7518, section 3.3) by the
 * newest key whose time has come.
 * The algorithm is pinned here, whatever a token says of itself (RFC 8725, section 3.1). Thread-safe.
 */
public final class JwtCodec {
    private static final long SKEW_SECONDS = 60;

    private final String issuer;
    private final String audience;
    private final SigningKeyring keys;
    private final InstantSource clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    public JwtCodec(String issuer, String audience, SigningKeyring keys, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.keys = keys;
        this.clock = clock;
    }

    /** What tokens bear as {@code iss}. */
    public String issuer() {
        return issuer;
    }

    /** What tokens bear as {@code aud}. */
    public String audience() {
        return audience;
    }

    public String sign(AccessClaims claims) {
        JWTCreator.Builder token = token(claims.issuedAt(), claims.expiresAt(), claims.id())
                .withSubject(claims.user().toString())
                .withClaim("sid", claims.session().toString());
        claims.tenant().ifPresent(tenant -> token.withClaim("tid", tenant.toString()));
        claims.role().map(Role::word).ifPresent(role -> token.withClaim("role", role));
        return signed(token);
    }

    /** A token of a key's program: its subject and its client are the key. */
    public String sign(MachineClaims claims) {
        JWTCreator.Builder token = token(claims.issuedAt(), claims.expiresAt(), claims.id())
                .withSubject(claims.key().toString())
                .withClaim("client_id", claims.key().toString())
                .withClaim("tid", claims.tenant().toString())
                .withClaim("secret_since", ClaimsReader.micros(claims.secretSince()));
        if (!claims.scopes().equals(Scopes.NONE)) {
            token.withClaim("scope", claims.scopes().toString());
        }
        return signed(token);
    }

    /**
     * What a token says, if it is ours, unaltered, and of this time. Whether it still holds is for {@link
     * io.tenantry.domain.session.Authenticate} and {@link io.tenantry.domain.machine.AuthenticateMachine} to say.
     *
     * @throws Unauthenticated for anything else, whatever is wrong with it
     */
    public TokenClaims verify(String token) {
        TokenDigest digest = TokenDigest.of(token);
        Instant now = clock.instant();
        VerifiedToken known = verified.find(digest).orElseGet(() -> check(token, digest));
        if (known.isExpiredAt(now)) {
            verified.forget(digest);
        }
        if (!known.holdsAt(now) || keys.find(known.kid()).isEmpty()) {
            throw new Unauthenticated();
        }
        return known.claims();
    }

    private JWTCreator.Builder token(Instant issuedAt, Instant expiresAt, UUID id) {
        return JWT.create()
                .withHeader(Map.of("typ", "at+jwt"))
                .withIssuer(issuer)
                .withAudience(audience)
                .withIssuedAt(issuedAt)
                .withExpiresAt(expiresAt)
                .withJWTId(id.toString());
    }

    private String signed(JWTCreator.Builder token) {
        SigningKey key = keys.newest();
        return token.withKeyId(key.id())
                .sign(Algorithm.RSA256(null, (RSAPrivateKey) key.pair().getPrivate()));
    }

    private VerifiedToken check(String token, TokenDigest digest) {
        TokenText text = TokenText.read(token);
        VerifiedToken read =
                new VerifiedToken(ClaimsReader.read(text.claims()), ClaimsReader.notBefore(text.claims()), text.kid());
        requireOurs(text);
        SigningKey key = keys.find(text.kid()).orElseThrow(Unauthenticated::new);
        try {
            verifier(key).verify(token);
        } catch (JWTVerificationException refused) {
            throw new Unauthenticated();
        }
        verified.keep(digest, read);
        return read;
    }

    /** Exactly one issuer and one audience, as text: the library would take a list that holds ours. */
    private void requireOurs(TokenText text) {
        if (!issuer.equals(TokenText.text(text.claims(), "iss"))
                || !audience.equals(TokenText.text(text.claims(), "aud"))) {
            throw new Unauthenticated();
        }
    }

    private JWTVerifier verifier(SigningKey key) {
        JWTVerifier.BaseVerification verification = (JWTVerifier.BaseVerification)
                JWT.require(Algorithm.RSA256((RSAPublicKey) key.pair().getPublic(), null))
                        .withIssuer(issuer)
                        .withAudience(audience)
                        .acceptIssuedAt(SKEW_SECONDS)
                        .acceptNotBefore(SKEW_SECONDS);
        return verification.build(clock.withZone(ZoneOffset.UTC));
    }
}
