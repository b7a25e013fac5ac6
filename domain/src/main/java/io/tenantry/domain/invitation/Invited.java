package io.tenantry.domain.invitation;

import io.tenantry.domain.user.User;
import java.util.Optional;

/**
 * An invitation, as the tenant sees it.
 *
 * @param status as of now
 * @param invitedBy empty once that user is no more
 */
public record Invited(Invitation invitation, InvitationStatus status, Optional<User> invitedBy) {}
