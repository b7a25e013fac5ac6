package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.credential.AllowedPasswords;
import io.tenantry.application.invitation.OpenInvitations.Open;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.application.user.FirstProfile;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.SignupClosed;
import io.tenantry.domain.invitation.AcceptInvitation.Newcomer;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes up whom an invitation brings, by the rules of every registration. */
final class Newcomers {

    private final Users users;
    private final Credentials credentials;
    private final AllowedPasswords allowed;
    private final AttemptLimits limits;
    private final FirstProfile profile;
    private final AuditTrail trail;
    private final Signup signup;
    private final InstantSource clock;
    private final RandomGenerator random;

    Newcomers(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.users = ports.users();
        this.credentials = ports.credentials();
        this.allowed = new AllowedPasswords(ports.breachedPasswords());
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.profile = new FirstProfile(ports);
        this.trail = new AuditTrail(ports, clock, random);
        this.signup = policies.signup();
        this.clock = clock;
        this.random = random;
    }

    /**
     * Lets pass whom the invitation may bring.
     *
     * @throws SignupClosed if only operators bring newcomers here, and it is none's
     * @throws InvalidInput if they gave no password
     */
    Newcomer admitted(Optional<Newcomer> newcomer, Invitation invitation) {
        if (signup == Signup.OPERATOR && !invitation.byOperator()) {
            throw new SignupClosed();
        }
        return newcomer.orElseThrow(() -> new InvalidInput(InvalidInput.PASSWORD, FieldProblem.REQUIRED));
    }

    /** Outside of transactions, for it hashes. */
    SealedPassword seal(Password password, Open to, Device device) {
        limits.requireRequest(ThrottleKind.REGISTRATION, device);
        allowed.require(password, to.invitation().email(), List.of(to.tenant().name()));
        return credentials.seal(password);
    }

    /**
     * Stores them, within the transaction under way. Their address is verified: the token was in a mail to it.
     *
     * @throws AccountExists if somebody was faster
     */
    User take(Newcomer newcomer, SealedPassword password, Invitation invitation, Device device) {
        Instant now = clock.instant();
        UserId id = UserId.next(now, random);
        User user = new User(id, invitation.email(), newcomer.name(), Optional.of(now), false, false, now, now);
        if (!users.add(user)) {
            throw new AccountExists();
        }
        profile.store(id, device);
        credentials.store(id, password);
        trail.done(AuditAction.ACCOUNT_REGISTERED, id, device);
        return user;
    }
}
