package io.tenantry.domain.social;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.net.URI;
import java.util.Optional;

/** Begins a visit to a provider: to sign in, or for a signed-in user to link an account. */
@DrivingPort
public interface StartAuthorization {

    /**
     * @throws io.tenantry.domain.failure.NotFound if there is no such provider
     * @throws io.tenantry.domain.failure.EmailNotVerified if an account is to be linked to a user whose address is not verified
     * @throws io.tenantry.domain.failure.InvalidInput if one is to be linked, and the password is wrong ({@code password})
     * @throws io.tenantry.domain.failure.Throttled if too many failed before
     * @throws io.tenantry.domain.failure.Unavailable if the provider does not answer
     */
    Started start(Command command);

    /** @param by who wants to link an account; empty for a sign-in */
    record Command(ProviderName provider, Optional<Principal> by, Optional<Password> password, Device device) {}

    /**
     * @param browserToken to be kept by the browser that began, and shown by it at the end; 10 minutes long
     * @param uri where to go
     */
    record Started(SecretToken browserToken, URI uri) {}
}
