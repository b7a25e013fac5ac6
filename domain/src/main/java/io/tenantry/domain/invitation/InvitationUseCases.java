package io.tenantry.domain.invitation;

/** The use cases about invitations. */
public record InvitationUseCases(
        Invite invite,
        ListInvitations listInvitations,
        ResendInvitation resendInvitation,
        RevokeInvitation revokeInvitation,
        PreviewInvitation previewInvitation,
        AcceptInvitation acceptInvitation,
        DeclineInvitation declineInvitation) {}
