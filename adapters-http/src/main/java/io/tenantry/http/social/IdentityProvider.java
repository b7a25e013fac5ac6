package io.tenantry.http.social;

import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ExternalIdentity;
import java.net.URI;
import java.util.Optional;

/** One provider. Errors as of {@link io.tenantry.domain.social.IdentityProviders}. */
interface IdentityProvider {

    URI authorizationUri(String state, String nonce, String codeVerifier);

    ExternalIdentity redeem(Authorization authorization, String code, Optional<String> issuer);
}
