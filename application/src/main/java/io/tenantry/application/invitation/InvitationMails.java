package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.mail.Recipient;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The mails of invitations: they go to whomever members like, so that there are only so many. */
final class InvitationMails {

    private final AttemptLimits limits;
    private final Users users;
    private final Profiles profiles;
    private final Outbox outbox;
    private final InstantSource clock;
    private final RandomGenerator random;

    InvitationMails(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.users = ports.users();
        this.profiles = ports.profiles();
        this.outbox = ports.outbox();
        this.clock = clock;
        this.random = random;
    }

    /**
     * Counts a mail that is to be sent. In a transaction of its own.
     *
     * @throws io.tenantry.domain.failure.Throttled if the tenant, or whoever the address, has invited or was invited too often
     */
    void require(Tenant tenant, EmailAddress to) {
        limits.requireRequest(List.of(ThrottleKey.of(ThrottleKind.INVITING, tenant.id()), ThrottleKey.invited(to)));
    }

    /** Puts the mail with the token, which is shown nowhere else, into the outbox. Within the transaction under way. */
    void send(Invitation invitation, SecretToken token, Tenant tenant, User inviter) {
        Instant now = clock.instant();
        Map<MailDetail, String> details = Map.of(
                MailDetail.TENANT, tenant.name().value(),
                MailDetail.INVITER, nameOf(inviter),
                MailDetail.ROLE, invitation.role().word(),
                MailDetail.UNTIL, invitation.expiresAt().toString());
        Recipient to = recipient(invitation.email(), inviter);
        outbox.add(new Mail(MailId.next(now, random), MailKind.INVITATION, to, Optional.of(token), details, now));
    }

    /** Who has an account is spoken to in their own language; of a stranger it is guessed to be that of who invites them. */
    private Recipient recipient(EmailAddress invited, User inviter) {
        return users.findByEmail(invited)
                .map(user -> Recipient.of(user, profiles.of(user.id())))
                .orElseGet(() -> stranger(invited, profiles.of(inviter.id())));
    }

    private static Recipient stranger(EmailAddress email, Profile inviters) {
        return new Recipient(email, "", inviters.locale(), inviters.timezone());
    }

    /** A name that reads like an address could be taken for one that they have shown to be theirs. */
    private static String nameOf(User user) {
        String name = user.name().full();
        return name.isEmpty() || name.contains("@") ? user.email().value() : name;
    }
}
