package io.tenantry.persistence.machine;

import io.tenantry.domain.machine.RevokedTokens;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.change.Remembered;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import io.tenantry.persistence.transaction.DatabaseFailures;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Tokens in the table {@code revoked_token}. Whether one is there is remembered, either way: it is asked at every call by a token, and only
 * of tokens that were signed here. Safe for use by several threads.
 */
public final class CachedRevokedTokens implements RevokedTokens {

    /** Of how many tokens it is remembered. */
    public static final int ENTRIES = 100_000;

    private final Jdbi jdbi;
    private final CurrentTransaction current;
    private final Dao<RevokedTokenDao> tokens;
    private final Remembered<UUID, Boolean> remembered;
    private final BooleanSupplier isCurrent;

    /**
     * @param remembered hears of every change
     * @param isCurrent whether every change of up to a second ago has been heard of; if not, memory is not used
     */
    public CachedRevokedTokens(
            Jdbi jdbi, CurrentTransaction current, Remembered<UUID, Boolean> remembered, BooleanSupplier isCurrent) {
        this.jdbi = jdbi;
        this.current = current;
        this.tokens = new Dao<>(current, RevokedTokenDao.class);
        this.remembered = remembered;
        this.isCurrent = isCurrent;
    }

    @Override
    public void revoke(UUID token, Instant expiresAt) {
        current.changes(Change.ofToken(token));
        tokens.run(dao -> dao.insert(token, expiresAt));
    }

    @Override
    public boolean isRevoked(UUID token) {
        current.requireNone();
        return isCurrent.getAsBoolean() ? remembered.get(token).orElseGet(() -> readToRemember(token)) : read(token);
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return tokens.get(dao -> dao.removeExpired(now, limit));
    }

    private boolean readToRemember(UUID token) {
        long readAt = remembered.forgettings();
        boolean revoked = read(token);
        remembered.remember(token, revoked, readAt, token);
        return revoked;
    }

    private boolean read(UUID token) {
        return DatabaseFailures.translating(() ->
                jdbi.withHandle(handle -> handle.attach(RevokedTokenDao.class).contains(token)));
    }
}
