package io.tenantry.persistence.mail;

import io.tenantry.domain.mail.MailId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when this node has which mails for itself. Whose lease ran out may have lost its mail to another, and must then not
 * say that it is due again, or given up. Safe for use by several threads; holds what was claimed within an hour.
 */
final class Leases {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Map<MailId, Instant> ends = new ConcurrentHashMap<>();

    /** @param leaseEnds as the column keeps it, to the microsecond */
    void remember(MailId mail, Instant leaseEnds) {
        ends.put(mail, leaseEnds.truncatedTo(ChronoUnit.MICROS));
    }

    Optional<Instant> forget(MailId mail) {
        return Optional.ofNullable(ends.remove(mail));
    }

    void forgetEndedBy(Instant now) {
        ends.values().removeIf(end -> end.plus(KEPT).isBefore(now));
    }
}
