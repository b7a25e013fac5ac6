package io.tenantry.persistence.idempotency;

import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.security.SecureRandom;

/**
 * A secret that this installation makes for itself when it first needs it, in the table {@code installation_secret}, encrypted: the same
 * on all servers, and the same when their own secret is replaced. Safe for use by several threads.
 */
final class InstallationSecret {

    private static final int BYTES = 32;

    private final CurrentTransaction current;
    private final Dao<InstallationSecretDao> secrets;
    private final Encryption encryption;
    private final SecureRandom random;
    private final String name;
    private volatile byte[] known;

    InstallationSecret(CurrentTransaction current, Encryption encryption, SecureRandom random, String name) {
        this.current = current;
        this.secrets = new Dao<>(current, InstallationSecretDao.class);
        this.encryption = encryption;
        this.random = random;
        this.name = name;
    }

    /** Known for good once a transaction that read it has committed: until then it may be its own, and go with it. */
    byte[] bytes() {
        byte[] remembered = known;
        if (remembered != null) {
            return remembered;
        }
        byte[] read = encryption.open(stored(), row());
        current.afterCommit(() -> known = read);
        return read;
    }

    /** Of two that make one at once the second waits for the first, and reads the first's. */
    private byte[] stored() {
        return secrets.get(dao -> dao.find(name)).orElseGet(() -> {
            byte[] made = new byte[BYTES];
            random.nextBytes(made);
            secrets.run(dao -> dao.insert(name, encryption.seal(made, row())));
            return secrets.get(dao -> dao.find(name)).orElseThrow();
        });
    }

    private String row() {
        return "installation_secret " + name;
    }
}
