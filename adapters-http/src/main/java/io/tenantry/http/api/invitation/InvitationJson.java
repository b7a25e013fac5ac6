package io.tenantry.http.api.invitation;

import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.user.User;
import io.tenantry.http.wire.Json;

/**
 * An invitation as the tenant sees it: without the token, which is in the mail alone.
 *
 * @param invitedBy null once that user is no more
 */
record InvitationJson(
        String id,
        String email,
        String role,
        String status,
        String expiresAt,
        String createdAt,
        InviterJson invitedBy) {
    static InvitationJson of(Invited invited) {
        Invitation invitation = invited.invitation();
        return new InvitationJson(
                invitation.id().toString(),
                invitation.email().value(),
                invitation.role().word(),
                invited.status().word(),
                Json.time(invitation.expiresAt()),
                Json.time(invitation.createdAt()),
                invited.invitedBy().map(InviterJson::of).orElse(null));
    }

    /** Who invited. */
    record InviterJson(String id, String email, String fullName) {
        static InviterJson of(User user) {
            return new InviterJson(
                    user.id().toString(), user.email().value(), user.name().full());
        }
    }
}
