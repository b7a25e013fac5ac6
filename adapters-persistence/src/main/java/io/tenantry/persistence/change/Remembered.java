package io.tenantry.persistence.change;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was read a short while ago, for 10 seconds at the most. Nothing is searched for when something changes, however much is
 * remembered: the change is noted, and what was read before it is passed over. Safe for use by several threads, none of which waits.
 *
 * @param <K> by what it is found
 */
public final class Remembered<K, V> {

    private static final Duration AGE = Duration.ofSeconds(10);

    /** Longer than anything that was read before a change can be remembered. */
    private static final Duration CHANGES_FOR = Duration.ofMinutes(1);

    /** Raised before anything is forgotten. */
    private final AtomicLong forgettings = new AtomicLong();

    private final Cache<K, Entry<V>> entries;

    /** By the id of what changed, the count of forgettings by then. */
    private final Cache<UUID, Long> changed = Caffeine.newBuilder()
            .expireAfterWrite(CHANGES_FOR)
            .executor(Runnable::run)
            .build();

    private volatile long forgottenAt;

    /** @param on ids of what it hangs on */
    private record Entry<V>(V value, long readAt, List<UUID> on) {}

    /** @param entries how many are remembered at most */
    public Remembered(int entries) {
        this.entries = Caffeine.newBuilder()
                .maximumSize(entries)
                .expireAfterWrite(AGE)
                .executor(Runnable::run)
                .build();
    }

    /** To be asked before reading from the database what shall be remembered. */
    public long forgettings() {
        return forgettings.get();
    }

    public Optional<V> get(K key) {
        Entry<V> entry = entries.getIfPresent(key);
        return entry != null && isCurrent(entry) ? Optional.of(entry.value()) : Optional.empty();
    }

    /**
     * @param readAt {@link #forgettings()} before it was read: if anything changed since, it is not remembered
     * @param on ids of what it hangs on: when one of these changes, it is forgotten
     */
    public void remember(K key, V value, long readAt, UUID... on) {
        if (forgettings.get() == readAt) {
            entries.put(key, new Entry<>(value, readAt, List.of(on)));
        }
    }

    public void forget(Change change) {
        changed.put(change.id(), forgettings.incrementAndGet());
    }

    public void forgetAll() {
        forgottenAt = forgettings.incrementAndGet();
        entries.invalidateAll();
    }

    /** How many there are, those that were forgotten and not yet removed among them. */
    public long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    private boolean isCurrent(Entry<V> entry) {
        if (entry.readAt() < forgottenAt) {
            return false;
        }
        for (UUID id : entry.on()) {
            Long changedAt = changed.getIfPresent(id);
            if (changedAt != null && entry.readAt() < changedAt) {
                return false;
            }
        }
        return true;
    }
}
