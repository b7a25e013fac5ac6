package io.tenantry.domain.invitation;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.PersonName;
import java.util.Optional;

/**
 * Joins a tenant by the token of an invitation: a newcomer is made a user, with their address verified, for the mail has shown
 * it to be theirs; whoever has an account must be signed in to it. All in one transaction.
 */
@DrivingPort
public interface AcceptInvitation {

    /**
     * The newcomer is signed in by a new session; the user who was signed in gets tokens of the same session, in the tenant.
     *
     * @throws io.tenantry.domain.failure.InvalidOneTimeToken if the token is nobody's, or the invitation is not pending any more
     * @throws io.tenantry.domain.failure.TenantNotActive if the tenant is not active
     * @throws io.tenantry.domain.failure.WrongAccount if the caller's address is not the one invited
     * @throws io.tenantry.domain.failure.AccountExists if nobody is signed in and the address has an account
     * @throws io.tenantry.domain.failure.InvalidInput if a newcomer gives no password ({@code password}), or one that breaks the
     *     rules
     * @throws io.tenantry.domain.failure.SignupClosed if a newcomer may not be made by this invitation
     * @throws io.tenantry.domain.failure.AlreadyMember if the user is a member already
     * @throws io.tenantry.domain.failure.Throttled if too much was tried from this address
     */
    SignedIn accept(Command command);

    /**
     * @param by who is signed in, if anybody is
     * @param newcomer what a newcomer gives; passed over for who is signed in
     * @param kind of the newcomer's session
     */
    record Command(
            SecretToken token, Optional<Principal> by, Optional<Newcomer> newcomer, SessionKind kind, Device device) {}

    record Newcomer(Password password, PersonName name) {}
}
