package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.invitation.OpenInvitations.Open;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.AlreadyMember;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes a member of whom was invited. Within the transaction under way, which holds the invitation. */
final class Joining {

    private final Invitations invitations;
    private final Memberships memberships;
    private final Users users;
    private final Profiles profiles;
    private final AccountNotices notices;
    private final AuditTrail trail;
    private final InstantSource clock;

    Joining(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.invitations = ports.invitations();
        this.memberships = ports.memberships();
        this.users = ports.users();
        this.profiles = ports.profiles();
        this.notices = new AccountNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /** With the address verified, if it was not: who shows the token reads its mail. */
    User verified(User user, Device device) {
        if (user.emailVerified()) {
            return user;
        }
        User verified = user.verified(clock.instant());
        users.update(verified);
        trail.done(AuditAction.EMAIL_VERIFIED, user.id(), device);
        return verified;
    }

    /** @throws AlreadyMember if they are one */
    TenantMembership join(User user, Open to, Device device) {
        Instant now = clock.instant();
        Invitation invitation = to.invitation();
        Tenant tenant = to.tenant();
        invitations.update(invitation.accepted(now));
        Membership membership = new Membership(tenant.id(), user.id(), invitation.role(), now, Optional.of(now));
        if (!memberships.add(membership)) {
            throw new AlreadyMember();
        }
        note(user, to, device);
        invitation.invitedBy().flatMap(users::find).ifPresent(inviter -> tell(inviter, user, tenant));
        return new TenantMembership(tenant, membership);
    }

    private void note(User user, Open to, Device device) {
        Map<String, String> role = Map.of("role", to.invitation().role().word());
        trail.doneTo(
                to.tenant(),
                AuditAction.INVITATION_ACCEPTED,
                Actor.user(user.id()),
                Optional.of(user.id()),
                Optional.of(ManagedInvitations.target(to.invitation())),
                device,
                Map.of());
        trail.doneIn(to.tenant(), AuditAction.MEMBER_JOINED, user.id(), device, role);
    }

    /** From where the new member came is nobody's business but theirs. */
    private void tell(User inviter, User joined, Tenant tenant) {
        if (wantsToKnow(inviter, tenant.id())) {
            Map<MailDetail, String> details = Map.of(
                    MailDetail.TENANT, tenant.name().value(),
                    MailDetail.MEMBER, joined.email().value());
            notices.send(MailKind.INVITATION_ACCEPTED, inviter, Device.UNKNOWN, details);
        }
    }

    private boolean wantsToKnow(User inviter, TenantId tenant) {
        return !inviter.disabled()
                && memberships.find(tenant, inviter.id()).isPresent()
                && profiles.of(inviter.id()).notifications().invitations();
    }
}
