package io.tenantry.domain.social;

import io.tenantry.domain.port.DrivenPort;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The providers that the installation trusts. Called outside of transactions; asks them over the network, 10 seconds at most. */
@DrivenPort
public interface IdentityProviders {

    /** None is configured. */
    IdentityProviders NONE = new NoProviders();

    /** In the order in which they are to be shown. */
    List<Provider> all();

    /**
     * Where to send the browser.
     *
     * @throws io.tenantry.domain.failure.NotFound if there is no such provider
     * @throws io.tenantry.domain.failure.Unavailable if it does not answer
     */
    URI authorizationUri(ProviderName provider, String state, String nonce, String codeVerifier);

    /**
     * Redeems what the provider handed back.
     *
     * @throws io.tenantry.domain.failure.SocialSignInFailed if the provider refuses, or what it says does not hold
     * @throws io.tenantry.domain.failure.Unavailable if it does not answer
     */
    ExternalIdentity redeem(Authorization authorization, String code, Optional<String> issuer);

    /** @param label as it is shown */
    record Provider(ProviderName name, String label) {}
}
