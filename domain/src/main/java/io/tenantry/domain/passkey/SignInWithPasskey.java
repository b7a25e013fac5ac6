package io.tenantry.domain.passkey;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantReference;
import java.util.Optional;

/** Opens a session for who has a passkey and was verified by its authenticator: both factors at once. */
@DrivingPort
public interface SignInWithPasskey {

    /**
     * @throws io.tenantry.domain.failure.InvalidCredentials if ceremony or answer does not hold, or the passkey is not known
     * @throws io.tenantry.domain.failure.InvalidCode the same, if a challenge was named; or if that serves no more, or is another
     *     user's
     * @throws io.tenantry.domain.failure.EmailNotVerified if the address must be verified first
     * @throws io.tenantry.domain.failure.TenantNotActive if the tenant named, or every one of the user's, is not active
     * @throws io.tenantry.domain.failure.NotFound if the tenant named in {@code tenant} is not one of the user's
     * @throws io.tenantry.domain.failure.Throttled if too many failed before from this address, or for the user of the challenge
     */
    SignedIn signIn(Command command);

    /**
     * @param challenge of the sign-in whose second step this is; then its tenant, kind and "remember me" count, not these
     * @param tenant the one asked for
     * @param host the one by which the server was called
     */
    record Command(
            SecretToken ceremony,
            String answer,
            Optional<SecretToken> challenge,
            Optional<TenantReference> tenant,
            Optional<HostName> host,
            SessionKind kind,
            boolean rememberMe,
            Device device) {}
}
