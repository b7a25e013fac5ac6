package io.tenantry.persistence.change;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What a node tells itself: when it hears the beat, it has heard every change that was committed before the beat was sent,
 * for PostgreSQL delivers notifications in the order of commits. Safe for use by several threads.
 */
final class Beat {

    private static final Duration COUNTS_FOR = Duration.ofMillis(800);

    private final String prefix = "beat:" + UUID.randomUUID() + ":";

    /** When the last beat heard was sent, by the JVM's own clock; empty when none counts. */
    private volatile Optional<Long> sentAt = Optional.empty();

    /** The payload of a beat sent now. */
    String now() {
        return prefix + System.nanoTime();
    }

    /** Takes note if the payload is this node's. */
    void hear(String payload) {
        if (payload.startsWith(prefix)) {
            sentAt = Optional.of(Long.valueOf(payload.substring(prefix.length())));
        }
    }

    /** Nothing heard so far counts. */
    void stop() {
        sentAt = Optional.empty();
    }

    /** Whether one was heard since the last {@link #stop()}. */
    boolean wasHeard() {
        return sentAt.isPresent();
    }

    /** Whether one was sent within the last 800 milliseconds, and heard. */
    boolean isHeard() {
        return sentAt.filter(at -> System.nanoTime() - at < COUNTS_FOR.toNanos())
                .isPresent();
    }
}
