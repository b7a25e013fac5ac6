package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.domain.apikey.QuotaNotices;
import io.tenantry.domain.machine.RevokedTokens;
import io.tenantry.domain.port.Transactions;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.change.Remembered;
import io.tenantry.persistence.machine.CachedRevokedTokens;
import io.tenantry.persistence.transaction.CurrentTransaction;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/** The driven ports of API keys and their tokens. */
public record KeyStores(
        ApiKeys keys,
        KnownKeys known,
        KeyUses uses,
        KeyGuesses guesses,
        QuotaNotices quotaNotices,
        RevokedTokens revokedTokens) {

    /** What a node remembers of keys and tokens, to be told of every change. Safe for use by several threads. */
    public static final class Memory {

        private final Remembered<ApiKeyId, KnownKey> keys = new Remembered<>(CachedKnownKeys.ENTRIES);
        private final Remembered<UUID, Boolean> tokens = new Remembered<>(CachedRevokedTokens.ENTRIES);

        public void forget(Change change) {
            keys.forget(change);
            tokens.forget(change);
        }

        public void forgetAll() {
            keys.forgetAll();
            tokens.forgetAll();
        }
    }

    /**
     * Builds them all.
     *
     * @param feedIsCurrent whether every change of up to a second ago has been heard of; if not, memory is not used
     * @param pool how many connections there are
     */
    public static KeyStores of(
            Jdbi jdbi,
            CurrentTransaction current,
            Transactions transactions,
            Memory memory,
            BooleanSupplier feedIsCurrent,
            int pool) {
        TenantUnits units = new TenantUnits();
        return new KeyStores(
                new JdbiApiKeys(current),
                new CachedKnownKeys(jdbi, current, memory.keys, feedIsCurrent, units, LookUps.on(pool)),
                new WrittenKeyUses(transactions, current, units),
                new NodeKeyGuesses(),
                new JdbiQuotaNotices(current),
                new CachedRevokedTokens(jdbi, current, memory.tokens, feedIsCurrent));
    }
}
