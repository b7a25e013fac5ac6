package io.tenantry.persistence;

import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.encryption.Resealing;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.DatabaseFailures;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Encrypts everything anew that is kept encrypted, by another secret of the installation, while servers are at work that have both. May
 * be stopped and run again at any time. Not safe for use by several threads, or several at once.
 */
public final class SecretRotation {

    private final Resealing resealing;

    /**
     * @param owner connects as the owner of the tables
     * @param current encrypts from now on
     * @param previous that encrypted so far
     * @param onProgress hears how many secrets are done, again and again
     */
    public SecretRotation(
            DataSource owner,
            String schema,
            EncryptionSecret current,
            List<EncryptionSecret> previous,
            LongConsumer onProgress) {
        Encryption encryption = new Encryption(
                current.key(), previous.stream().map(EncryptionSecret::key).toList());
        this.resealing = new Resealing(ControlJdbi.on(owner, new ControlSchema(schema)), encryption, onProgress);
    }

    /** @throws io.tenantry.domain.failure.Unavailable if the database refuses; what was done before stays */
    public Resealing.Done run() {
        return DatabaseFailures.translating(resealing::run);
    }
}
