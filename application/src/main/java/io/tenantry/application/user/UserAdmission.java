package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.credential.AllowedPasswords;
import io.tenantry.application.mail.TokenMails;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes up a new person, with or without a tenant: the two steps around the start of a transaction. */
public final class UserAdmission {

    private final Transactions transactions;
    private final Users users;
    private final AllowedPasswords allowed;
    private final Credentials credentials;
    private final FirstProfile profile;
    private final TokenMails mails;
    private final AuditTrail trail;
    private final AttemptLimits limits;

    /** @param random must be cryptographically strong */
    public UserAdmission(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.users = ports.users();
        this.allowed = new AllowedPasswords(ports.breachedPasswords());
        this.credentials = ports.credentials();
        this.profile = new FirstProfile(ports);
        this.mails = new TokenMails(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.limits = new AttemptLimits(ports, policies, clock, random);
    }

    /**
     * Seals the password of who may come in. Outside of any transaction, for it hashes: which is why a taken address is
     * told before that, too.
     *
     * @param tenant the name of the tenant that is being registered, if any
     * @throws Throttled if too many came from this address
     * @throws InvalidInput if the password is not allowed
     * @throws EmailTaken if a user has this address
     */
    public SealedPassword admit(EmailAddress email, Password password, Optional<TenantName> tenant, Device device) {
        limits.requireRequest(ThrottleKind.REGISTRATION, device);
        allowed.require(password, email, tenant.stream().toList());
        if (transactions.outsideTenants(() -> users.findByEmail(email)).isPresent()) {
            throw new EmailTaken();
        }
        return credentials.seal(password);
    }

    /**
     * Stores a user with password and verification mail in the language of the device, within the transaction under way.
     *
     * @throws EmailTaken if somebody was faster
     */
    public void store(User user, SealedPassword password, Device device) {
        if (!users.add(user)) {
            throw new EmailTaken();
        }
        profile.store(user.id(), device);
        credentials.store(user.id(), password);
        mails.send(TokenPurpose.VERIFY_EMAIL, user);
        trail.done(AuditAction.ACCOUNT_REGISTERED, user.id(), device);
    }
}
