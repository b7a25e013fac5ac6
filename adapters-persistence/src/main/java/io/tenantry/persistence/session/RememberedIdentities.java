package io.tenantry.persistence.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.change.Change;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Sessions and identities that were read a short while ago: 10,000 of each, for 10 seconds at the most. What is absent is
 * not remembered. Safe for use by several threads.
 */
public final class RememberedIdentities {

    private static final int ENTRIES = 10_000;
    private static final Duration AGE = Duration.ofSeconds(10);

    /** Raised before anything is forgotten: what was read at an earlier count is not put. */
    private final AtomicLong forgettings = new AtomicLong();

    /** Shared by those who put, had alone by who raises the count. */
    private final ReadWriteLock putting = new ReentrantReadWriteLock();

    private final Cache<SessionId, Session> sessions = cache();
    private final Cache<UserId, Identity> identities = cache();

    /** To be asked before reading from the database what shall be remembered. */
    long forgettings() {
        return forgettings.get();
    }

    Optional<Session> session(SessionId id) {
        return Optional.ofNullable(sessions.getIfPresent(id));
    }

    Optional<Identity> identity(UserId id) {
        return Optional.ofNullable(identities.getIfPresent(id));
    }

    long sessionsRemembered() {
        sessions.cleanUp();
        return sessions.estimatedSize();
    }

    /** @param readAt {@link #forgettings()} before it was read */
    void remember(Session session, long readAt) {
        put(sessions, session.id(), session, readAt);
    }

    /** @param readAt {@link #forgettings()} before it was read */
    void remember(Identity identity, long readAt) {
        put(identities, identity.user().id(), identity, readAt);
    }

    public void forget(Change change) {
        refuseWhatWasReadBefore();
        switch (change.kind()) {
            case SESSION -> sessions.invalidate(new SessionId(change.id()));
            case USER -> forgetUser(new UserId(change.id()));
            case TENANT -> forgetTenant(new TenantId(change.id()));
            case KEY, TOKEN -> {}
        }
    }

    public void forgetAll() {
        refuseWhatWasReadBefore();
        sessions.invalidateAll();
        identities.invalidateAll();
    }

    private void forgetUser(UserId user) {
        identities.invalidate(user);
        sessions.asMap().values().removeIf(session -> session.user().equals(user));
    }

    private void forgetTenant(TenantId tenant) {
        identities.asMap().values().removeIf(identity -> identity.in(tenant).isPresent());
    }

    /**
     * Waits for those who are just putting, so that what they put is there to be removed: a walk through a map passes by
     * what is only about to be linked into it.
     */
    private void refuseWhatWasReadBefore() {
        putting.writeLock().lock();
        try {
            forgettings.incrementAndGet();
        } finally {
            putting.writeLock().unlock();
        }
    }

    private <K, V> void put(Cache<K, V> cache, K key, V value, long readAt) {
        putting.readLock().lock();
        try {
            if (forgettings.get() == readAt) {
                cache.put(key, value);
            }
        } finally {
            putting.readLock().unlock();
        }
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(ENTRIES)
                .expireAfterWrite(AGE)
                .executor(Runnable::run)
                .build();
    }
}
