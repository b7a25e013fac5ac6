package io.tenantry;

import io.tenantry.database.DataFolder;
import io.tenantry.database.EmbeddedPostgresDatabase;
import io.tenantry.persistence.EncryptionSecret;
import java.security.SecureRandom;
import java.util.Base64;

/** The installation's secret, where none is configured: made once, and kept in the data folder with mode 0600. */
final class SecretFile {

    private static final String NAME = "secret";
    private static final int BYTES = 32;

    private SecretFile() {}

    /** @throws StartFailure if there is data, but its secret is gone */
    static EncryptionSecret in(DataFolder folder) {
        if (!folder.has(NAME) && EmbeddedPostgresDatabase.existsIn(folder.path())) {
            throw new StartFailure("the secret of the data in " + folder.path()
                    + " is gone: restore the file secret in it from a backup, or set TENANTRY_SECRET");
        }
        return read(folder.readOrWrite(NAME, SecretFile::make), folder);
    }

    private static EncryptionSecret read(String text, DataFolder folder) {
        try {
            return EncryptionSecret.ofBase64(text);
        } catch (IllegalArgumentException damaged) {
            throw new StartFailure(
                    "the file secret in " + folder.path() + " is damaged: restore it from a backup", damaged);
        }
    }

    private static String make() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
