package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.persistence.change.Remembered;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.DatabaseFailures;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads what must be known of keys, from memory where it is known to be current, else from the database: one trip, one statement. Safe
 * for use by several threads.
 */
public final class CachedKnownKeys implements KnownKeys {

    /** How many keys are remembered. */
    public static final int ENTRIES = 100_000;

    private final Jdbi jdbi;
    private final CurrentTransaction transaction;
    private final Remembered<ApiKeyId, KnownKey> remembered;
    private final BooleanSupplier current;
    private final TenantUnits units;
    private final LookUps lookUps;

    /**
     * @param remembered hears of every change
     * @param current whether every change of up to a second ago has been heard of; if not, memory is not used
     * @param units learns what each tenant has used when one of its keys is read
     * @param lookUps bounds how many keys are read at once
     */
    public CachedKnownKeys(
            Jdbi jdbi,
            CurrentTransaction transaction,
            Remembered<ApiKeyId, KnownKey> remembered,
            BooleanSupplier current,
            TenantUnits units,
            LookUps lookUps) {
        this.jdbi = jdbi;
        this.transaction = transaction;
        this.remembered = remembered;
        this.current = current;
        this.units = units;
        this.lookUps = lookUps;
    }

    @Override
    public Optional<KnownKey> remembered(ApiKeyId id) {
        return current.getAsBoolean() ? remembered.get(id) : Optional.empty();
    }

    @Override
    public Optional<KnownKey> find(ApiKeyId id) {
        transaction.requireNone();
        return remembered(id).or(() -> {
            long readAt = remembered.forgettings();
            Optional<KnownKey> read = lookUps.oneMore(() -> read(id));
            read.ifPresent(known -> remember(known, readAt));
            return read;
        });
    }

    /** The tenant's units are followed from now on, for as long as the key is remembered at least. */
    private void remember(KnownKey known, long readAt) {
        units.learn(known.tenant().id(), known.used());
        remembered.remember(
                known.key().id(),
                known,
                readAt,
                known.key().id().value(),
                known.key().createdBy().value(),
                known.tenant().id().value());
    }

    private Optional<KnownKey> read(ApiKeyId id) {
        return DatabaseFailures.translating(() -> jdbi.withHandle(handle -> KnownKeyQuery.read(handle, id)));
    }
}
