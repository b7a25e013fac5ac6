package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivenPort;
import java.util.Optional;

/**
 * What must be known of a key at every call, without a query at every call: remembered a short while, and forgotten on every node
 * within a second of a change to the key, to who answers for it, or to the tenant. Called outside of transactions.
 */
@DrivenPort
public interface KnownKeys {

    /** From memory alone; empty also if it would have to be read. */
    Optional<KnownKey> remembered(ApiKeyId id);

    /**
     * One query, if it is not remembered. Empty if there is no such key; that is not remembered.
     *
     * @throws io.tenantry.domain.failure.Throttled if too many have to be read at once, whoever asks for them
     */
    Optional<KnownKey> find(ApiKeyId id);
}
