package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.DomainArguments;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An event of a tenant, with what makes it a link of the chain.
 *
 * @param salt in hexadecimal; by chance, so that erasing it leaves nobody a way to try which device it was
 */
public record ChainedEvent(WrittenEvent written, String salt) {

    /** In hexadecimal. */
    public String deviceDigest() {
        return CanonicalEvent.deviceDigest(
                salt,
                written.event().device().address(),
                written.event().device().userAgent());
    }

    /** Of the event alone. */
    public byte[] digest() {
        return canonical().digest();
    }

    CanonicalEvent canonical() {
        AuditEvent event = written.event();
        return new CanonicalEvent(
                event.id().toString(),
                Long.toString(micros(written.occurredAt())),
                event.action().word(),
                DomainArguments.word(event.actor().kind()),
                event.actor().id().map(Object::toString),
                event.subject().map(UserId::toString),
                written.targetType(),
                written.targetId(),
                DomainArguments.word(event.outcome()),
                data(event),
                deviceDigest());
    }

    /** Since 1970. Not by {@code ChronoUnit.between}, which counts in nanoseconds and so ends in 2262. */
    private static long micros(OffsetDateTime at) {
        return TimeUnit.SECONDS.toMicros(at.toEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    private static Map<String, Optional<String>> data(AuditEvent event) {
        return event.data().keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), name -> Optional.of(event.data().get(name))));
    }
}
