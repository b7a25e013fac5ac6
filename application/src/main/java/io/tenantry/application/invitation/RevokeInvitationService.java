package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.invitation.ManagedInvitations.Managed;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.invitation.RevokeInvitation;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RevokeInvitationService implements RevokeInvitation {

    private final Transactions transactions;
    private final ManagedInvitations managed;
    private final Invitations invitations;
    private final Users users;
    private final AuditTrail trail;

    RevokeInvitationService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = new ManagedInvitations(ports);
        this.invitations = ports.invitations();
        this.users = ports.users();
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public Invited revoke(Command command) {
        return transactions.inTenant(command.tenant(), () -> {
            Managed held = managed.hold(command.by(), command.tenant(), command.invitation());
            Invitation revoked =
                    held.invitation().stored() == InvitationStatus.REVOKED ? held.invitation() : revoked(command, held);
            return new Invited(revoked, revoked.stored(), revoked.invitedBy().flatMap(users::find));
        });
    }

    private Invitation revoked(Command command, Managed held) {
        Invitation revoked = held.invitation().revoked();
        invitations.update(revoked);
        trail.doneTo(
                held.tenant(),
                AuditAction.INVITATION_REVOKED,
                command.by().actor(),
                Optional.empty(),
                Optional.of(ManagedInvitations.target(held.invitation())),
                command.device(),
                Map.of());
        return revoked;
    }
}
