package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.invitation.ManagedInvitations.Managed;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.invitation.RevokeInvitation;
import io.tenantry.domain.port.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RevokeInvitationService implements RevokeInvitation {

    private final Transactions transactions;
    private final ManagedInvitations managed;
    private final Invitations invitations;
    private final AuditTrail trail;

    RevokeInvitationService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.managed = new ManagedInvitations(ports);
        this.invitations = ports.invitations();
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public void revoke(Command command) {
        transactions.inTenant(command.tenant(), () -> {
            Managed held = managed.hold(command.by(), command.tenant(), command.invitation());
            if (held.invitation().stored() != InvitationStatus.REVOKED) {
                revoke(command, held);
            }
            return held;
        });
    }

    private void revoke(Command command, Managed held) {
        invitations.update(held.invitation().revoked());
        trail.doneTo(
                held.tenant(),
                AuditAction.INVITATION_REVOKED,
                command.by().user(),
                Optional.empty(),
                Optional.of(ManagedInvitations.target(held.invitation())),
                command.device(),
                Map.of());
    }
}
