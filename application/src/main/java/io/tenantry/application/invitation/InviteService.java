package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.AlreadyInvited;
import io.tenantry.domain.failure.AlreadyMember;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.invitation.Invite;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Looked at before it is counted, so that nobody who may not invite uses up what a tenant or an address may be sent. */
final class InviteService implements Invite {

    private final Transactions transactions;
    private final ManagedInvitations managed;
    private final Invitations invitations;
    private final Memberships memberships;
    private final Users users;
    private final InvitationMails mails;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final RandomGenerator random;

    InviteService(DrivenPorts ports, InvitationMails mails, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = new ManagedInvitations(ports);
        this.invitations = ports.invitations();
        this.memberships = ports.memberships();
        this.users = ports.users();
        this.mails = mails;
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    private record Admitted(Tenant tenant, User inviter) {}

    @Override
    public Invited invite(Command command) {
        Admitted asked = transactions.inTenant(
                command.tenant(),
                () -> admitted(command, managed.require(command.by(), command.tenant(), command.role())));
        mails.require(asked.tenant(), command.email());
        return transactions.inTenant(command.tenant(), () -> {
            Tenant held = managed.requireHeld(command.by(), command.tenant(), command.role());
            return invite(command, admitted(command, held));
        });
    }

    private Admitted admitted(Command command, Tenant tenant) {
        User inviter = managed.inviter(command.by());
        if (isMember(command)) {
            throw new AlreadyMember();
        }
        if (pending(command).filter(one -> !isExpired(one)).isPresent()) {
            throw new AlreadyInvited();
        }
        return new Admitted(tenant, inviter);
    }

    private Invited invite(Command command, Admitted admitted) {
        pending(command).map(Invitation::revoked).ifPresent(invitations::update);
        if (invitations.pending(command.tenant(), clock.instant()) >= MOST) {
            throw new LimitReached();
        }
        SecretToken token = SecretToken.generate(random);
        Invitation invitation = invitation(command, token.digest());
        if (!invitations.add(invitation)) {
            throw new AlreadyInvited();
        }
        mails.send(invitation, token, admitted.tenant(), admitted.inviter());
        note(admitted.tenant(), command, invitation);
        return new Invited(invitation, InvitationStatus.PENDING, Optional.of(admitted.inviter()));
    }

    private Invitation invitation(Command command, TokenDigest token) {
        Instant now = clock.instant();
        return new Invitation(
                InvitationId.next(now, random),
                command.tenant(),
                command.email(),
                command.role(),
                token,
                InvitationStatus.PENDING,
                Optional.of(command.by().user()),
                command.by().operator(),
                now,
                now.plus(Invitation.LIFETIME));
    }

    private boolean isMember(Command command) {
        return users.findByEmail(command.email())
                .flatMap(user -> memberships.find(command.tenant(), user.id()))
                .isPresent();
    }

    private Optional<Invitation> pending(Command command) {
        return invitations.pendingFor(command.tenant(), command.email());
    }

    private boolean isExpired(Invitation invitation) {
        return invitation.statusAt(clock.instant()) == InvitationStatus.EXPIRED;
    }

    private void note(Tenant tenant, Command command, Invitation invitation) {
        trail.doneTo(
                tenant,
                AuditAction.INVITATION_SENT,
                command.by().actor(),
                Optional.empty(),
                Optional.of(ManagedInvitations.target(invitation)),
                command.device(),
                Map.of("role", invitation.role().word()));
    }
}
