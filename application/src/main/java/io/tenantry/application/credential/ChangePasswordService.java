package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.ChangePassword;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What was mailed or begun under the old password dies with it: it is bound to that password's version. */
final class ChangePasswordService implements ChangePassword {

    private final Transactions transactions;
    private final Reauthentication reauthentication;
    private final AllowedPasswords allowed;
    private final Identities identities;
    private final Credentials credentials;
    private final Sessions sessions;
    private final AttemptLimits limits;
    private final KnownDevices knownDevices;
    private final AccountNotices notices;
    private final AuditTrail trail;
    private final InstantSource clock;

    ChangePasswordService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.allowed = new AllowedPasswords(ports.breachedPasswords());
        this.identities = ports.identities();
        this.credentials = ports.credentials();
        this.sessions = ports.sessions();
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.knownDevices = ports.knownDevices();
        this.notices = new AccountNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public void change(Command command) {
        CredentialVersion proven = reauthentication.require(
                command.by(), Optional.of(command.current()), InvalidInput.CURRENT_PASSWORD, command.device());
        requireAllowed(command);
        SealedPassword next = credentials.seal(command.next());
        transactions.outsideTenants(() -> replace(command, proven, next));
    }

    private void requireAllowed(Command command) {
        Identity identity = identities.of(command.by().user()).orElseThrow(Unauthenticated::new);
        allowed.require(
                command.next(),
                identity.user().email(),
                identity.memberships().stream().map(in -> in.tenant().name()).toList());
    }

    private User replace(Command command, CredentialVersion proven, SealedPassword next) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.CURRENT_PASSWORD);
        credentials.store(user.id(), next);
        sessions.endAll(user.id(), Optional.of(command.by().session()), clock.instant());
        keepOnly(command.device(), user);
        notices.send(MailKind.PASSWORD_CHANGED, user, command.device());
        trail.done(AuditAction.PASSWORD_CHANGED, user.id(), command.device());
        return user;
    }

    /** Whoever knew the old password may have signed in with it: only from here it is the owner who does. */
    private void keepOnly(Device device, User user) {
        limits.forgetFamiliar(user);
        AddressBlock.of(device)
                .ifPresent(here -> knownDevices.remember(user.id(), here, device.program(), clock.instant()));
    }
}
