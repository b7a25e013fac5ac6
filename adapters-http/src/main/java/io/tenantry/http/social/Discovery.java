package io.tenantry.http.social;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a provider says of itself (OpenID Connect Discovery 1.0, section 4), asked for when it is needed, once an hour at most. */
final class Discovery {

    private static final Duration KEPT = Duration.ofHours(1);

    /** What the JDK can verify; nothing that the client secret, or nobody at all, could sign. */
    private static final Set<JWSAlgorithm> VERIFIABLE = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Issuer issuer;
    private final Remembered<OIDCProviderMetadata> metadata;

    Discovery(URI issuer, InstantSource clock) {
        this.issuer = new Issuer(issuer);
        this.metadata = new Remembered<>(this::ask, KEPT, clock);
    }

    /** @throws IOException if the provider does not tell, or what it tells cannot be used */
    OIDCProviderMetadata metadata(ProviderCall call) throws IOException {
        return metadata.get(call);
    }

    /** By what it signs, of what may be trusted; OpenID Connect Core 1.0, section 2: RS256, where it does not say. */
    static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        List<JWSAlgorithm> told = metadata.getIDTokenJWSAlgs();
        return (told == null ? Stream.of(JWSAlgorithm.RS256) : told.stream())
                .filter(VERIFIABLE::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private OIDCProviderMetadata ask(ProviderCall call) throws IOException, ParseException {
        URI address =
                new OIDCProviderConfigurationRequest(issuer).toHTTPRequest().getURI();
        OIDCProviderMetadata told = OIDCProviderMetadata.parse(call.get(address));
        boolean usable = issuer.equals(told.getIssuer())
                && Stream.of(told.getAuthorizationEndpointURI(), told.getTokenEndpointURI(), told.getJWKSetURI())
                        .allMatch(this::isSafe)
                && (told.getUserInfoEndpointURI() == null || isSafe(told.getUserInfoEndpointURI()))
                && !algorithms(told).isEmpty();
        if (!usable) {
            throw new IOException("unusable metadata");
        }
        return told;
    }

    /** Only who is on this machine may send us elsewhere on it. */
    private boolean isSafe(URI endpoint) {
        return Objects.nonNull(endpoint)
                && SafeAddress.isSafe(endpoint)
                && (issuer.getValue().startsWith("http:") || "https".equalsIgnoreCase(endpoint.getScheme()));
    }
}
