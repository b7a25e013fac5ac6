package io.tenantry.http.social;

import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.ProviderName;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Providers by OpenID Connect Core 1.0 (authorization code, PKCE by S256, state, nonce), and GitHub. None is asked for
 * anything before somebody wants to sign in by it. Thread-safe.
 */
public final class OidcProviders implements IdentityProviders {

    private final List<Provider> shown;
    private final Map<ProviderName, IdentityProvider> providers = new LinkedHashMap<>();

    /**
     * @param publicUrl of the installation; providers send browsers back to {@code /social/callback} below it
     * @throws IllegalArgumentException if two have one name
     */
    public OidcProviders(List<ProviderSettings> settings, URI publicUrl) {
        this(settings, publicUrl, Surroundings.USUAL);
    }

    OidcProviders(List<ProviderSettings> settings, URI publicUrl, Surroundings surroundings) {
        HttpClient http = ProviderCall.client();
        URI redirect = URI.create(publicUrl.toString().replaceFirst("/+$", "") + "/social/callback");
        this.shown = settings.stream()
                .map(one -> new Provider(one.name(), one.label()))
                .toList();
        for (ProviderSettings one : settings) {
            ProviderCalls calls = new ProviderCalls(http, surroundings.patience());
            IdentityProvider provider = one.kind() == ProviderSettings.Kind.GITHUB
                    ? new GitHubProvider(one, redirect, surroundings.gitHub(), calls)
                    : new OidcProvider(one, redirect, calls, surroundings.clock());
            if (providers.put(one.name(), provider) != null) {
                throw new IllegalArgumentException(
                        "two providers have the name " + one.name().value());
            }
        }
    }

    @Override
    public List<Provider> all() {
        return shown;
    }

    @Override
    public URI authorizationUri(ProviderName provider, String state, String nonce, String codeVerifier) {
        return named(provider).authorizationUri(state, nonce, codeVerifier);
    }

    @Override
    public ExternalIdentity redeem(Authorization authorization, String code, Optional<String> issuer) {
        return named(authorization.provider()).redeem(authorization, code, issuer);
    }

    private IdentityProvider named(ProviderName name) {
        return Optional.ofNullable(providers.get(name)).orElseThrow(NotFound::new);
    }
}
