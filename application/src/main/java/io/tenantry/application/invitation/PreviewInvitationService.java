package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.invitation.OpenInvitations.Open;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.PreviewInvitation;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;

/** Tells who reads the address's mail whether it has an account: that they know, or could find out by a reset. */
final class PreviewInvitationService implements PreviewInvitation {

    private final Transactions transactions;
    private final OpenInvitations open;
    private final Users users;

    PreviewInvitationService(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.open = new OpenInvitations(ports, clock);
        this.users = ports.users();
    }

    @Override
    public Preview preview(SecretToken token, Device device) {
        return transactions.acrossTenants(() -> shown(open.find(token)));
    }

    private Preview shown(Open found) {
        if (!found.tenant().isActive()) {
            throw new InvalidOneTimeToken();
        }
        Invitation invitation = found.invitation();
        boolean accountExists = users.findByEmail(invitation.email()).isPresent();
        return new Preview(
                found.tenant().name(), invitation.email(), invitation.role(), invitation.expiresAt(), accountExists);
    }
}
