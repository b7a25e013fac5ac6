package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class SignInService implements SignIn {

    private final Transactions transactions;
    private final Users users;
    private final Credentials credentials;
    private final Memberships memberships;
    private final Domains domains;
    private final EmailVerification verification;
    private final SessionOpening opening;
    private final InstantSource clock;

    SignInService(DrivenPorts ports, Policies policies, SessionOpening opening, InstantSource clock) {
        this.transactions = ports.transactions();
        this.users = ports.users();
        this.credentials = ports.credentials();
        this.memberships = ports.memberships();
        this.domains = ports.domains();
        this.verification = policies.emailVerification();
        this.opening = opening;
        this.clock = clock;
    }

    /** Whoever asks, known or not, costs one look-up and one hash; all else comes after the password was right. */
    @Override
    public SignedIn signIn(Command command) {
        Optional<UserId> user = transactions
                .outsideTenants(() -> users.findByEmail(command.email()))
                .map(User::id);
        CredentialVersion matched = credentials.match(user, command.password()).orElseThrow(InvalidCredentials::new);
        return transactions.acrossTenants(() -> open(user.orElseThrow(InvalidCredentials::new), matched, command));
    }

    private SignedIn open(UserId id, CredentialVersion matched, Command command) {
        User user = stillKnown(id, matched);
        if (verification.refuses(user)) {
            throw new EmailNotVerified();
        }
        Optional<TenantMembership> tenant = choose(memberships.of(id), command);
        tenant.ifPresent(in -> memberships.used(in.tenant().id(), id, clock.instant()));
        return opening.open(user, tenant, command.kind(), command.rememberMe(), false, command.device());
    }

    /** The password may have been reset while it was hashed; from here on it cannot until the session is stored. */
    private User stillKnown(UserId id, CredentialVersion matched) {
        if (!credentials.hold(id).equals(matched)) {
            throw new InvalidCredentials();
        }
        return users.find(id).orElseThrow(InvalidCredentials::new);
    }

    private Optional<TenantMembership> choose(List<TenantMembership> of, Command command) {
        if (command.tenant().isPresent()) {
            return Optional.of(TenantChoice.named(command.tenant().get(), of));
        }
        Optional<TenantId> called = command.host().flatMap(domains::find).map(Domain::tenant);
        return TenantChoice.hinted(called, of);
    }
}
