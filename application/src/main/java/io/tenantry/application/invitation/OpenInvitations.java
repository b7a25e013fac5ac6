package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;

/** Invitations that can be decided on by who holds the token in their mail. In the scope of all tenants, for nobody knows yet whose it is. */
final class OpenInvitations {

    private final Invitations invitations;
    private final Tenants tenants;
    private final InstantSource clock;

    OpenInvitations(DrivenPorts ports, InstantSource clock) {
        this.invitations = ports.invitations();
        this.tenants = ports.tenants();
        this.clock = clock;
    }

    /** An invitation that waits for an answer, and to which tenant it is. */
    record Open(Invitation invitation, Tenant tenant) {}

    /** The one of a token. @throws InvalidOneTimeToken if it is nobody's, or not pending any more */
    Open find(SecretToken token) {
        Invitation invitation =
                invitations.findByToken(token.digest()).filter(this::isOpen).orElseThrow(InvalidOneTimeToken::new);
        return new Open(invitation, tenants.find(invitation.tenant()).orElseThrow(InvalidOneTimeToken::new));
    }

    /**
     * The one of a token, held until the transaction under way ends: of several who show it at once, each sees what the one
     * before did. Its tenant is held before it: what is told of it here stays true, and nobody waits for who waits for them.
     *
     * @throws InvalidOneTimeToken if it is nobody's, or not pending any more
     */
    Open hold(SecretToken token) {
        Tenant tenant = invitations
                .findByToken(token.digest())
                .flatMap(found -> tenants.hold(found.tenant()))
                .orElseThrow(InvalidOneTimeToken::new);
        Invitation invitation =
                invitations.holdByToken(token.digest()).filter(this::isOpen).orElseThrow(InvalidOneTimeToken::new);
        return new Open(invitation, tenant);
    }

    private boolean isOpen(Invitation invitation) {
        return invitation.statusAt(clock.instant()) == InvitationStatus.PENDING;
    }
}
