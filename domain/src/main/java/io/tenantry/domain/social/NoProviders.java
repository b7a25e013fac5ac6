package io.tenantry.domain.social;

import io.tenantry.domain.failure.NotFound;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** No provider at all. */
final class NoProviders implements IdentityProviders {

    @Override
    public List<Provider> all() {
        return List.of();
    }

    @Override
    public URI authorizationUri(ProviderName provider, String state, String nonce, String codeVerifier) {
        throw new NotFound();
    }

    @Override
    public ExternalIdentity redeem(Authorization authorization, String code, Optional<String> issuer) {
        throw new NotFound();
    }
}
