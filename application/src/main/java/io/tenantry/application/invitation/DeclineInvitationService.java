package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.invitation.OpenInvitations.Open;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.invitation.DeclineInvitation;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Also where the tenant is not active: to be left alone needs nobody's leave. */
final class DeclineInvitationService implements DeclineInvitation {

    private final Transactions transactions;
    private final OpenInvitations open;
    private final Invitations invitations;
    private final AuditTrail trail;
    private final InstantSource clock;

    DeclineInvitationService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.open = new OpenInvitations(ports, clock);
        this.invitations = ports.invitations();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public void decline(SecretToken token, Device device) {
        transactions.acrossTenants(() -> {
            Open found = open.hold(token);
            invitations.update(found.invitation().declined(clock.instant()));
            trail.doneByHolder(
                    found.tenant(),
                    AuditAction.INVITATION_DECLINED,
                    ManagedInvitations.target(found.invitation()),
                    device);
            return found;
        });
    }
}
