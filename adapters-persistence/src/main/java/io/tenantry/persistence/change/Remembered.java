package io.tenantry.persistence.change;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was read a short while ago, for 10 seconds at the most. Nothing is searched for when something changes, however much is
 * remembered: the change is noted, and what was read before it is passed over. Safe for use by several threads, none of which waits.
 *
 * @param <K> by what it is found
 */
public final class Remembered<K, V> {

    private static final Duration AGE = Duration.ofSeconds(10);

    /** Of how many ids it is known when they changed last. */
    static final int CHANGES = 100_000;

    /** Raised before anything is forgotten. */
    private final AtomicLong forgettings = new AtomicLong();

    private final Cache<K, Entry<V>> entries;

    /** By the id of what changed, the count of forgettings by then. */
    private final ConcurrentHashMap<UUID, Long> changed = new ConcurrentHashMap<>();

    /** The count by which all was forgotten: nothing that was read before it is current. */
    private final AtomicLong forgottenAt = new AtomicLong();

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
     * @param readAt {@link #forgettings()} before it was read: if any of these ids changed since, or all was forgotten, it is not
     *     remembered
     * @param on ids of what it hangs on: when one of these changes, it is forgotten
     */
    public void remember(K key, V value, long readAt, UUID... on) {
        Entry<V> entry = new Entry<>(value, readAt, List.of(on));
        if (isCurrent(entry)) {
            entries.put(key, entry);
        }
    }

    /** Where too many changes would have to be kept in mind, all is forgotten instead. */
    public void forget(Change change) {
        changed.merge(change.id(), forgettings.incrementAndGet(), Math::max);
        if (changed.mappingCount() > CHANGES) {
            forgetAll();
        }
    }

    public void forgetAll() {
        long now = forgottenAt.accumulateAndGet(forgettings.incrementAndGet(), Math::max);
        entries.invalidateAll();
        changed.values().removeIf(changedAt -> changedAt <= now);
    }

    /** Of how many ids a change is kept in mind. */
    long changes() {
        return changed.mappingCount();
    }

    /** How many there are, those that were forgotten and not yet removed among them. */
    public long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    private boolean isCurrent(Entry<V> entry) {
        for (UUID id : entry.on()) {
            Long changedAt = changed.get(id);
            if (changedAt != null && entry.readAt() < changedAt) {
                return false;
            }
        }
        // Asked last: changes are dropped only after it was raised beyond them.
        return entry.readAt() >= forgottenAt.get();
    }
}
