package io.tenantry.domain.invitation;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Invitations that no other test knows. */
public final class InvitationFixture {

    private InvitationFixture() {}

    /** Pending, of a member's role, by a command of the operator's, to an address that nobody has. */
    public static Invitation to(TenantId tenant) {
        return sent(tenant, UserFixture.anAddress(), TimeFixture.now());
    }

    /** The same to an address, as of a time. */
    public static Invitation sent(TenantId tenant, EmailAddress email, Instant at) {
        return of(tenant, email, Role.MEMBER, InvitationStatus.PENDING, Optional.empty(), at);
    }

    /** A pending one by a member of the tenant. */
    public static Invitation by(UserId inviter, TenantId tenant) {
        return of(
                tenant,
                UserFixture.anAddress(),
                Role.ADMIN,
                InvitationStatus.PENDING,
                Optional.of(inviter),
                TimeFixture.now());
    }

    /** One that was decided on. */
    public static Invitation stored(InvitationStatus status, Role role, TenantId tenant) {
        return of(tenant, UserFixture.anAddress(), role, status, Optional.empty(), TimeFixture.now());
    }

    private static Invitation of(
            TenantId tenant,
            EmailAddress email,
            Role role,
            InvitationStatus status,
            Optional<UserId> inviter,
            Instant at) {
        return new Invitation(
                InvitationId.next(at, UniqueFixture.random()),
                tenant,
                email,
                role,
                OneTimeTokenFixture.aSecret().digest(),
                status,
                inviter,
                inviter.isEmpty(),
                at,
                at.plus(Invitation.LIFETIME));
    }
}
