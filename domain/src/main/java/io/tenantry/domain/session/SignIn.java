package io.tenantry.domain.session;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.user.EmailAddress;
import java.util.Optional;

/** Opens a session for who knows e-mail and password. Takes as long whether the address is known or not. */
@DrivingPort
public interface SignIn {

    /**
     * @throws io.tenantry.domain.failure.InvalidCredentials if there is no such user, or it is not their password
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords came before, also for an address that is nobody's
     * @throws io.tenantry.domain.failure.MfaRequired if the password is right, and the user has a second factor
     * @throws io.tenantry.domain.failure.AccountDisabled if the password is right, and an operator has disabled the account
     * @throws io.tenantry.domain.failure.EmailNotVerified if the password is right, and the address must be verified first
     * @throws io.tenantry.domain.failure.TenantNotActive if the tenant named, or every one of the user's, is not active
     * @throws io.tenantry.domain.failure.NotFound if the tenant named in {@code tenant} is not one of the user's
     */
    SignedIn signIn(Command command);

    /**
     * @param tenant the one asked for
     * @param host the one by which the server was called: if it is a domain of a tenant of the user's, that is the tenant
     *     asked for; any other is passed over
     */
    record Command(
            EmailAddress email,
            Password password,
            Optional<TenantReference> tenant,
            Optional<HostName> host,
            SessionKind kind,
            boolean rememberMe,
            Device device) {}
}
