package io.tenantry.http.social;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenClaimsVerifier;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Examines ID tokens (OpenID Connect Core 1.0, section 3.1.3.7), by the keys that the provider publishes. Thread-safe. */
final class IdTokens {

    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final int SKEW_SECONDS = 60;

    private final ClientID client;
    private final Remembered<JWKSet> keys;

    IdTokens(ClientID client, Discovery discovery, InstantSource clock) {
        this.client = client;
        this.keys = new Remembered<>(
                call -> JWKSet.parse(call.get(discovery.metadata(call).getJWKSetURI())), KEYS_KEPT, clock);
    }

    /**
     * @throws KeySourceException if the provider's keys cannot be had
     * @throws BadJOSEException if the token does not hold
     */
    JWTClaimsSet validated(JWT token, String nonce, OIDCProviderMetadata metadata, ProviderCall call)
            throws BadJOSEException, JOSEException {
        IDTokenClaimsVerifier verifier =
                new IDTokenClaimsVerifier(metadata.getIssuer(), client, new Nonce(nonce), SKEW_SECONDS);
        DefaultJWTProcessor<ProviderCall> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Discovery.algorithms(metadata), this::select));
        processor.setJWTClaimsSetVerifier((claims, context) -> {
            verifier.verify(claims, context);
            requireForUsAlone(claims);
        });
        return processor.process(token, call);
    }

    /** A key that is not known may be a new one. */
    private List<JWK> select(JWKSelector selector, ProviderCall call) throws KeySourceException {
        try {
            List<JWK> found = selector.select(keys.get(call));
            return found.isEmpty() ? selector.select(keys.newest(call)) : found;
        } catch (IOException untold) {
            throw new KeySourceException("no keys", untold);
        }
    }

    /** Items 3 to 5: who else is named as audience is not trusted, unless the token was issued to us. */
    private void requireForUsAlone(JWTClaimsSet claims) throws BadJWTException {
        Object party = claims.getClaim("azp");
        boolean ours = party == null
                ? claims.getAudience().size() == 1
                : client.getValue().equals(party);
        if (!ours) {
            throw new BadJWTException("issued to somebody else");
        }
    }
}
