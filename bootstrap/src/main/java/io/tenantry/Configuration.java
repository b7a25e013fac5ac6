package io.tenantry;

import io.tenantry.application.Policies;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that an operator may decide, read once, from environment variables and {@code tenantry.properties}. Immutable; its
 * text shows no secret.
 *
 * @param data the folder of the embedded cluster, its secret, and outgoing mail when there is no SMTP
 * @param bcryptCost 4 to 16
 * @param warnings what is allowed but should be thought over, a line each
 */
public record Configuration(
        ServerSettings server,
        DatabaseSettings database,
        SecretSettings secret,
        MailDelivery mail,
        Policies policies,
        int bcryptCost,
        Path data,
        List<String> warnings) {

    private static final int STANDARD_BCRYPT_COST = 12;

    /**
     * @param environment the process's variables; they win over the file
     * @param workingDirectory where {@code tenantry.properties} may be
     * @throws ConfigurationException with every fault at once, if there is any
     */
    public static Configuration load(Map<String, String> environment, Path workingDirectory) {
        Values values = Values.of(environment, workingDirectory);
        Configuration configuration = read(values, workingDirectory);
        values.mustBeFaultless();
        return configuration;
    }

    private static Configuration read(Values values, Path workingDirectory) {
        DatabaseSettings database = DatabaseSettings.read(values);
        ServerSettings server = ServerSettings.read(values);
        SecretSettings secret = SecretSettings.read(values, database.external());
        MailDelivery mail = MailDelivery.read(values);
        Policies policies = PolicySettings.read(values);
        int cost = values.read(
                "TENANTRY_BCRYPT_COST",
                STANDARD_BCRYPT_COST,
                "a number from 4 to 16",
                text -> Parsers.number(text, 4, 16));
        Path data = values.read(
                "TENANTRY_DATA",
                workingDirectory.resolve(".tenantry"),
                "the path of a folder",
                text -> path(workingDirectory, text));
        LaterFeatures.check(values);
        return new Configuration(server, database, secret, mail, policies, cost, data, values.warnings());
    }

    private static Optional<Path> path(Path workingDirectory, String text) {
        try {
            return Optional.of(workingDirectory.resolve(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
