package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.invitation.ManagedInvitations.Managed;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.invitation.ResendInvitation;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Looked at before it is counted, as {@link InviteService} does. */
final class ResendInvitationService implements ResendInvitation {

    private final Transactions transactions;
    private final ManagedInvitations managed;
    private final Invitations invitations;
    private final Users users;
    private final InvitationMails mails;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final RandomGenerator random;

    ResendInvitationService(DrivenPorts ports, InvitationMails mails, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = new ManagedInvitations(ports);
        this.invitations = ports.invitations();
        this.users = ports.users();
        this.mails = mails;
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Invited resend(Command command) {
        SecretToken token = SecretToken.generate(random);
        Managed asked = transactions.inTenant(
                command.tenant(),
                () -> resent(command, token, managed.hold(command.by(), command.tenant(), command.invitation())));
        mails.require(asked.tenant(), asked.invitation().email());
        return transactions.inTenant(command.tenant(), () -> {
            Managed held = managed.holdWithRole(command.by(), command.tenant(), command.invitation());
            return send(command, token, resent(command, token, held));
        });
    }

    /** As it would be; nothing is stored yet. */
    private Managed resent(Command command, SecretToken token, Managed held) {
        managed.inviter(command.by());
        return new Managed(
                held.tenant(), held.invitation().resent(command.by().user(), token.digest(), clock.instant()));
    }

    private Invited send(Command command, SecretToken token, Managed resent) {
        Invitation invitation = resent.invitation();
        User sender = managed.inviter(command.by());
        invitations.update(invitation);
        mails.send(invitation, token, resent.tenant(), sender);
        trail.doneTo(
                resent.tenant(),
                AuditAction.INVITATION_RESENT,
                command.by().actor(),
                Optional.empty(),
                Optional.of(ManagedInvitations.target(invitation)),
                command.device(),
                Map.of("role", invitation.role().word()));
        return new Invited(
                invitation, InvitationStatus.PENDING, invitation.invitedBy().flatMap(users::find));
    }
}
