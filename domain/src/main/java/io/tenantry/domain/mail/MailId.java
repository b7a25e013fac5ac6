package io.tenantry.domain.mail;

import io.tenantry.domain.id.UuidV7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a mail in the outbox, for ever. */
public record MailId(UUID value) {

    public MailId {
        Objects.requireNonNull(value);
    }

    public static MailId next(Instant now, RandomGenerator random) {
        return new MailId(UuidV7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
