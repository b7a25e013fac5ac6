package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.ResetPassword;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class ResetPasswordService implements ResetPassword {

    private final Transactions transactions;
    private final TokenHolders holders;
    private final AllowedPasswords allowed;
    private final Credentials credentials;
    private final OneTimeTokens oneTimeTokens;
    private final Users users;
    private final Sessions sessions;
    private final Identities identities;
    private final SquattedAccount squatted;
    private final AttemptLimits limits;
    private final AccountNotices notices;
    private final AuditTrail trail;
    private final InstantSource clock;

    ResetPasswordService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.holders = new TokenHolders(ports, clock);
        this.allowed = new AllowedPasswords(ports.breachedPasswords());
        this.credentials = ports.credentials();
        this.oneTimeTokens = ports.oneTimeTokens();
        this.users = ports.users();
        this.sessions = ports.sessions();
        this.identities = ports.identities();
        this.squatted = new SquattedAccount(ports);
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.notices = new AccountNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /** The token is looked at before the password is hashed, so that guesses at tokens cost no hash; and again after. */
    @Override
    public void reset(Command command) {
        User asking = transactions.outsideTenants(() -> holderOf(command.token()));
        allowed.require(command.password(), asking.email(), tenantsOf(asking));
        SealedPassword password = credentials.seal(command.password());
        transactions.outsideTenants(() -> replace(command, password));
    }

    private List<TenantName> tenantsOf(User user) {
        return identities.of(user.id()).map(Identity::memberships).orElse(List.of()).stream()
                .map(in -> in.tenant().name())
                .toList();
    }

    private User holderOf(SecretToken token) {
        return holders.holderOf(token, TokenPurpose.RESET_PASSWORD);
    }

    private User replace(Command command, SealedPassword password) {
        User user = holderOf(command.token());
        if (!oneTimeTokens.spend(command.token().digest())) {
            throw new InvalidOneTimeToken();
        }
        Instant now = clock.instant();
        credentials.store(user.id(), password);
        squatted.removeFrom(user);
        users.update(user.verified(now));
        sessions.endAll(user.id(), Optional.empty(), now);
        limits.forget(user);
        notices.send(MailKind.PASSWORD_CHANGED, user, command.device());
        trail.done(AuditAction.PASSWORD_RESET, user.id(), command.device());
        return user;
    }
}
