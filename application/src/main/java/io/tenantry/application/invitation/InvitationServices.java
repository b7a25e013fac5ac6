package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.invitation.InvitationUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about invitations. */
public final class InvitationServices {

    private InvitationServices() {}

    /** @param random must be cryptographically strong */
    public static InvitationUseCases of(
            DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        InvitationMails mails = new InvitationMails(ports, policies, clock, random);
        return new InvitationUseCases(
                new InviteService(ports, mails, clock, random),
                new ListInvitationsService(ports, clock),
                new ResendInvitationService(ports, mails, clock, random),
                new RevokeInvitationService(ports, clock, random),
                new PreviewInvitationService(ports, clock),
                new AcceptInvitationService(ports, policies, clock, random),
                new DeclineInvitationService(ports, clock, random));
    }
}
