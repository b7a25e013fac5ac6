package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.ProviderName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A provider of identities, for tests of social sign-in on {@link InMemoryTenantry}: a test says whom it vouches for. Safe for
 * use by many threads.
 */
public final class InMemoryProvider implements IdentityProviders {

    /** The only one that there is. */
    public static final ProviderName NAME = new ProviderName("example");

    private final Map<String, ExternalIdentity> vouchedFor = new ConcurrentHashMap<>();

    InMemoryProvider() {}

    /** Somebody signs in at the provider, who hands back a code; it works once. */
    public String vouchFor(ExternalIdentity identity) {
        String code = UUID.randomUUID().toString();
        vouchedFor.put(code, identity);
        return code;
    }

    /** The state that the provider hands back, from where the browser was sent. */
    public static SecretToken stateOf(URI authorizationUri) {
        return new SecretToken(authorizationUri.getQuery().replaceFirst("state=", ""));
    }

    @Override
    public List<Provider> all() {
        return List.of(new Provider(NAME, "Example"));
    }

    @Override
    public URI authorizationUri(ProviderName provider, String state, String nonce, String codeVerifier) {
        requireKnown(provider);
        return URI.create("https://provider.example/authorize?state=" + state);
    }

    @Override
    public ExternalIdentity redeem(Authorization authorization, String code, Optional<String> issuer) {
        requireKnown(authorization.provider());
        return Optional.ofNullable(vouchedFor.remove(code)).orElseThrow(SocialSignInFailed::new);
    }

    private static void requireKnown(ProviderName provider) {
        if (!provider.equals(NAME)) {
            throw new NotFound();
        }
    }
}
