package io.tenantry.http.auth;

import io.tenantry.domain.session.ReadSigningKeys;
import io.tenantry.domain.session.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The signing keys, read anew at most every 30 seconds, and at most every second for a key that is not known: so neither a
 * flood of requests nor one of forged key ids reaches the database. Thread-safe.
 */
public final class SigningKeyring {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private final ReadSigningKeys source;
    private final InstantSource clock;
    private volatile Snapshot current = new Snapshot(List.of(), Instant.MIN);

    public SigningKeyring(ReadSigningKeys source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The newest first. */
    public List<SigningKey> all() {
        return notOlderThan(FRESH).keys();
    }

    SigningKey newest() {
        return all().get(0);
    }

    /** @param id what a caller wrote: it is compared, and nothing else is done with it */
    Optional<SigningKey> find(String id) {
        return notOlderThan(FRESH).find(id).or(() -> notOlderThan(BETWEEN_READS).find(id));
    }

    private Snapshot notOlderThan(Duration age) {
        Snapshot seen = current;
        return seen.isOlderThan(age, clock.instant()) ? readUnlessDone(age) : seen;
    }

    private synchronized Snapshot readUnlessDone(Duration age) {
        Instant now = clock.instant();
        if (current.isOlderThan(age, now)) {
            current = new Snapshot(List.copyOf(source.read()), now);
        }
        return current;
    }

    private record Snapshot(List<SigningKey> keys, Instant readAt) {
        boolean isOlderThan(Duration age, Instant now) {
            return readAt.isBefore(now.minus(age));
        }

        Optional<SigningKey> find(String id) {
            return keys.stream().filter(key -> key.id().equals(id)).findFirst();
        }
    }
}
