package io.tenantry.application.mail;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.mail.Recipient;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Tells users by mail of what happened to their account: what they did not do themselves they must hear of. */
public final class AccountNotices {

    private final Outbox outbox;
    private final Profiles profiles;
    private final InstantSource clock;
    private final RandomGenerator random;

    public AccountNotices(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.outbox = ports.outbox();
        this.profiles = ports.profiles();
        this.clock = clock;
        this.random = random;
    }

    /** Puts a notice into the outbox, within the transaction under way, to the address that {@code user} has there. */
    public void send(MailKind kind, User user, Device device) {
        send(kind, user, device, Map.of());
    }

    /** The same, with more to tell. */
    public void send(MailKind kind, User user, Device device, Map<MailDetail, String> more) {
        outbox.add(write(kind, user, device, more));
    }

    /** Writes a notice that is to be put into the outbox later: to a user who is known no more by then. */
    public Mail write(MailKind kind, User user, Device device) {
        return write(kind, user, device, Map.of());
    }

    private Mail write(MailKind kind, User user, Device device, Map<MailDetail, String> more) {
        Instant now = clock.instant();
        Map<MailDetail, String> details = new EnumMap<>(MailDetail.class);
        device.address().ifPresent(address -> details.put(MailDetail.ADDRESS, address));
        device.userAgent().ifPresent(program -> details.put(MailDetail.PROGRAM, program));
        details.putAll(more);
        Recipient to = Recipient.of(user, profiles.of(user.id()));
        return new Mail(MailId.next(now, random), kind, to, Optional.empty(), details, now);
    }
}
