package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.invitation.OpenInvitations.Open;
import io.tenantry.application.session.SessionOpening;
import io.tenantry.application.session.TenantEntry;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.WrongAccount;
import io.tenantry.domain.invitation.AcceptInvitation;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Looks across tenants: only the token says whose it is. A newcomer's invitation is looked at before their password is hashed,
 * so that guesses at tokens cost no hash, and again after.
 */
final class AcceptInvitationService implements AcceptInvitation {

    private static final String BY = "invitation";

    private final Transactions transactions;
    private final OpenInvitations open;
    private final Reauthentication reauthentication;
    private final Users users;
    private final Newcomers newcomers;
    private final Joining joining;
    private final TenantEntry entry;
    private final SessionOpening opening;

    AcceptInvitationService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.open = new OpenInvitations(ports, clock);
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.users = ports.users();
        this.newcomers = new Newcomers(ports, policies, clock, random);
        this.joining = new Joining(ports, clock, random);
        this.entry = new TenantEntry(ports, policies, clock, random);
        this.opening = new SessionOpening(ports, policies, clock, random);
    }

    @Override
    public SignedIn accept(Command command) {
        return command.by()
                .map(by -> transactions.acrossTenants(() -> enter(by, command)))
                .orElseGet(() -> takeUp(command));
    }

    /** The user is held before the invitation, as by who deletes their account. */
    private SignedIn enter(Principal by, Command command) {
        User user = reauthentication.requireLive(by);
        Open found = openTo(command);
        if (!user.email().equals(found.invitation().email())) {
            throw new WrongAccount();
        }
        User verified = joining.verified(user, command.device());
        TenantMembership in = joining.join(verified, found, command.device());
        return entry.enter(by, verified, in);
    }

    private SignedIn takeUp(Command command) {
        Open found = transactions.acrossTenants(() -> openToNewcomer(command));
        Newcomer newcomer = newcomers.admitted(command.newcomer(), found.invitation());
        SealedPassword password = newcomers.seal(newcomer.password(), found, command.device());
        return transactions.acrossTenants(() -> takeUp(newcomer, password, openToNewcomer(command), command));
    }

    private SignedIn takeUp(Newcomer newcomer, SealedPassword password, Open found, Command command) {
        User user = newcomers.take(newcomer, password, found.invitation(), command.device());
        TenantMembership in = joining.join(user, found, command.device());
        return opening.open(
                user, Optional.of(in), new SessionOpening.Terms(command.kind(), false, false, command.device(), BY));
    }

    private Open openTo(Command command) {
        Open found = open.hold(command.token());
        if (!found.tenant().isActive()) {
            throw new TenantNotActive();
        }
        return found;
    }

    private Open openToNewcomer(Command command) {
        Open found = openTo(command);
        if (users.findByEmail(found.invitation().email()).isPresent()) {
            throw new AccountExists();
        }
        return found;
    }
}
