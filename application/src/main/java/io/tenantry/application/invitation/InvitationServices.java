package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.invitation.AcceptInvitation;
import io.tenantry.domain.invitation.DeclineInvitation;
import io.tenantry.domain.invitation.InvitationUseCases;
import io.tenantry.domain.invitation.Invite;
import io.tenantry.domain.invitation.ListInvitations;
import io.tenantry.domain.invitation.PreviewInvitation;
import io.tenantry.domain.invitation.ResendInvitation;
import io.tenantry.domain.invitation.RevokeInvitation;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about invitations. */
public final class InvitationServices {

    private InvitationServices() {}

    /** @param random must be cryptographically strong */
    public static InvitationUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new InvitationUseCases(
                Later.port(Invite.class),
                Later.port(ListInvitations.class),
                Later.port(ResendInvitation.class),
                Later.port(RevokeInvitation.class),
                Later.port(PreviewInvitation.class),
                Later.port(AcceptInvitation.class),
                Later.port(DeclineInvitation.class));
    }
}
