package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.social.ProviderVisits.Visitor;
import io.tenantry.application.user.FirstProfile;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides whose an account at a provider is: by issuer and subject alone if they are known (OpenID Connect Core 1.0, section
 * 5.7), else by an address that the provider vouches for. Within the transaction under way.
 */
final class ExternalUsers {

    private final Signup signup;
    private final Users users;
    private final Credentials credentials;
    private final LinkedIdentities identities;
    private final FirstProfile profile;
    private final IdentityLinks links;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    ExternalUsers(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.signup = policies.signup();
        this.users = ports.users();
        this.credentials = ports.credentials();
        this.identities = ports.linkedIdentities();
        this.profile = new FirstProfile(ports);
        this.links = new IdentityLinks(ports, clock, random);
        this.audit = new AuditTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    /** Who signs in, with the credential that is held from then on. */
    record Held(User user, CredentialVersion credential) {}

    /** Whether they would be taken up as a new user. */
    boolean isNewcomer(ExternalIdentity identity) {
        return identities.find(identity.issuer(), identity.subject()).isEmpty()
                && identity.verifiedEmail()
                        .filter(email -> users.findByEmail(email).isEmpty())
                        .isPresent();
    }

    /**
     * The user: known, linked now, or taken up now.
     *
     * @throws SocialSignInFailed if they are not known, and the provider vouches for no address
     * @throws io.tenantry.domain.failure.SignupClosed if nobody knows them, and newcomers need an invitation
     * @throws AccountExists if they are not known, and who has the address has not verified it
     * @throws io.tenantry.domain.failure.IdentityTaken if somebody was faster; then the transaction must be begun again
     */
    Held enter(Visitor visitor, Device device) {
        return known(visitor.identity()).orElseGet(() -> meet(visitor, device));
    }

    private Optional<Held> known(ExternalIdentity identity) {
        Optional<LinkedIdentity> link = identities.find(identity.issuer(), identity.subject());
        Optional<Held> holder = link.map(LinkedIdentity::user).flatMap(this::held);
        link.ifPresent(found -> identities.used(found.id(), clock.instant()));
        return holder;
    }

    /** The credential is held before the user is read: what is decided on their address stays true. */
    private Optional<Held> held(UserId user) {
        CredentialVersion credential = credentials.hold(user);
        return users.find(user).map(found -> new Held(found, credential));
    }

    private Held meet(Visitor visitor, Device device) {
        EmailAddress email = visitor.identity().verifiedEmail().orElseThrow(SocialSignInFailed::new);
        Optional<Held> holder = holder(email);
        if (holder.isPresent()) {
            return link(holder.get(), visitor, device);
        }
        signup.requireOpen();
        User newcomer = newcomer(email, visitor);
        return users.add(newcomer)
                ? takeUp(newcomer, visitor, device)
                : link(holder(email).orElseThrow(AccountExists::new), visitor, device);
    }

    private Optional<Held> holder(EmailAddress email) {
        return users.findByEmail(email)
                .flatMap(user -> held(user.id()))
                .filter(found -> found.user().email().equals(email));
    }

    private Held link(Held holder, Visitor visitor, Device device) {
        if (!holder.user().emailVerified()) {
            throw new AccountExists();
        }
        links.tellLinked(holder.user(), links.add(holder.user(), visitor), device);
        return holder;
    }

    private Held takeUp(User newcomer, Visitor visitor, Device device) {
        profile.store(newcomer.id(), device);
        links.add(newcomer, visitor);
        audit.done(
                AuditAction.ACCOUNT_REGISTERED,
                newcomer.id(),
                device,
                Map.of("provider", visitor.provider().value()));
        return new Held(newcomer, credentials.hold(newcomer.id()));
    }

    /** The provider's word verifies the address. */
    private User newcomer(EmailAddress email, Visitor visitor) {
        Instant now = clock.instant();
        return new User(
                UserId.next(now, random), email, visitor.identity().name(), Optional.of(now), true, false, now, now);
    }
}
