package io.tenantry.domain.social;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantReference;
import java.util.Optional;

/**
 * Opens a session for who comes back from a provider. Whoever is not known is taken up as a new user, if the provider vouches
 * for the address and nobody has it; an account that has it is linked only if it has verified the address itself.
 */
@DrivingPort
public interface SignInWithProvider {

    /**
     * @throws io.tenantry.domain.failure.InvalidOneTimeToken if the visit is not known, over, or another browser's
     * @throws io.tenantry.domain.failure.SocialSignInFailed if the provider refuses, or does not vouch for an address
     * @throws io.tenantry.domain.failure.AccountExists if an account has the address, and has not verified it
     * @throws io.tenantry.domain.failure.SignupClosed if nobody has the address, and newcomers need an invitation
     * @throws io.tenantry.domain.failure.MfaRequired if the user has a second factor
     * @throws io.tenantry.domain.failure.TenantNotActive if the tenant named, or every one of the user's, is not active
     * @throws io.tenantry.domain.failure.NotFound if the tenant named in {@code tenant} is not one of the user's
     * @throws io.tenantry.domain.failure.Throttled if too many failed, or registered, before from this address
     * @throws io.tenantry.domain.failure.Unavailable if the provider does not answer
     */
    SignedIn signIn(Command command);

    /**
     * @param issuer who the answer says it is from (RFC 9207), if it does
     * @param tenant the one asked for
     * @param host the one by which the server was called
     */
    record Command(
            SecretToken state,
            SecretToken browserToken,
            String code,
            Optional<String> issuer,
            Optional<TenantReference> tenant,
            Optional<HostName> host,
            SessionKind kind,
            boolean rememberMe,
            Device device) {
        @Override
        public String toString() {
            return "Command[redacted]";
        }
    }
}
