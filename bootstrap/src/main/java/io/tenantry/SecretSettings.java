package io.tenantry;

import io.tenantry.persistence.EncryptionSecret;
import java.util.List;
import java.util.Optional;

/**
 * What encrypts secrets at rest. Its text shows none of it.
 *
 * @param current if none is given, the one that is kept in the data folder
 * @param previous those that still decrypt
 */
public record SecretSettings(Optional<EncryptionSecret> current, List<EncryptionSecret> previous) {

    private static final String FORM = "32 random bytes in base64, as `openssl rand -base64 32` makes them,";

    static SecretSettings read(Values values, Optional<DatabaseSettings.External> external) {
        Optional<String> given = values.given("TENANTRY_SECRET");
        if (external.isPresent() && given.isEmpty()) {
            values.fault("TENANTRY_SECRET is missing, and must be given with DATABASE_URL: " + FORM + " would do");
        }
        return new SecretSettings(
                values.read("TENANTRY_SECRET", FORM, SecretSettings::secret),
                values.readAll("TENANTRY_SECRET_PREVIOUS", FORM, SecretSettings::secret));
    }

    private static Optional<EncryptionSecret> secret(String text) {
        return Parsers.made(text, EncryptionSecret::ofBase64);
    }
}
