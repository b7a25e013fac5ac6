package io.tenantry.domain.tenant;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import java.util.Optional;

/** Signs a company up: tenant, owner, membership, domain and schema, all or none, and a mail to verify the address. */
@DrivingPort
public interface RegisterTenant {

    /**
     * @throws io.tenantry.domain.failure.SignupClosed where registration is by invitation
     * @throws io.tenantry.domain.failure.EmailTaken if a user has this address
     * @throws io.tenantry.domain.failure.SlugTaken if a slug was asked for and a tenant has it
     * @throws io.tenantry.domain.failure.InvalidInput if the password breaks {@link
     *     io.tenantry.domain.credential.PasswordRules}
     */
    Registered register(Command command);

    /**
     * @param slug the one asked for; if empty, one is made from the name and varied until it is free
     * @param signIn the kind of session to open at once for the owner, if any
     */
    record Command(
            TenantName name,
            Optional<Slug> slug,
            EmailAddress email,
            PersonName owner,
            Password password,
            Optional<SessionKind> signIn,
            Device device) {}

    /** @param signedIn empty if none was asked for, or if the address must be verified first */
    record Registered(Tenant tenant, Domain domain, User owner, Optional<SignedIn> signedIn) {}
}
