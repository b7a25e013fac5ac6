package io.tenantry.domain.invitation;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvitationClosed;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody was asked to join a tenant, in a role, by a mail to one address. What is in that mail alone opens it.
 *
 * @param token digest of the token in the mail that was sent last; older ones are worth nothing
 * @param stored as it was decided; see {@link #statusAt} for what it is now
 * @param invitedBy empty once that user is no more, and for an operator's command
 * @param byOperator whether an operator of the installation invited: such an invitation admits newcomers where nobody else's does
 */
public record Invitation(
        InvitationId id,
        TenantId tenant,
        EmailAddress email,
        Role role,
        TokenDigest token,
        InvitationStatus stored,
        Optional<UserId> invitedBy,
        boolean byOperator,
        Instant createdAt,
        Instant expiresAt) {

    /** How long a mail's token serves. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    public InvitationStatus statusAt(Instant now) {
        return stored == InvitationStatus.PENDING && !now.isBefore(expiresAt) ? InvitationStatus.EXPIRED : stored;
    }

    /** @throws InvalidOneTimeToken if it is not pending any more */
    public Invitation accepted(Instant now) {
        return decided(InvitationStatus.ACCEPTED, now);
    }

    /** @throws InvalidOneTimeToken if it is not pending any more */
    public Invitation declined(Instant now) {
        return decided(InvitationStatus.DECLINED, now);
    }

    /** Taken back by the tenant; an expired one too. @throws InvitationClosed if it was decided */
    public Invitation revoked() {
        requireOpen();
        return with(InvitationStatus.REVOKED);
    }

    /**
     * With a new token, which serves for {@link #LIFETIME}; an expired one too. From now on it is the one's who sends it again, and
     * stays when who sent it first cannot invite any more.
     *
     * @throws InvitationClosed if it was decided
     */
    public Invitation resent(UserId by, TokenDigest newToken, Instant now) {
        requireOpen();
        Instant end = now.plus(LIFETIME);
        return new Invitation(id, tenant, email, role, newToken, stored, Optional.of(by), byOperator, createdAt, end);
    }

    private Invitation decided(InvitationStatus decision, Instant now) {
        if (statusAt(now) != InvitationStatus.PENDING) {
            throw new InvalidOneTimeToken();
        }
        return with(decision);
    }

    private void requireOpen() {
        if (stored != InvitationStatus.PENDING) {
            throw new InvitationClosed();
        }
    }

    private Invitation with(InvitationStatus status) {
        return new Invitation(id, tenant, email, role, token, status, invitedBy, byOperator, createdAt, expiresAt);
    }
}
