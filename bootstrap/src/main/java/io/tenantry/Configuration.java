package io.tenantry;

import io.tenantry.application.Policies;
import io.tenantry.http.social.ProviderSettings;
import io.tenantry.persistence.credential.BreachedPasswordFile;
import io.tenantry.persistence.schema.TenantMigrations;
import java.nio.file.Files;
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
 * @param providers with whom users may sign in, beside the server itself
 * @param bcryptCost 4 to 16
 * @param breachedPasswords a file of SHA-1 prefixes; if none is given, no password is looked up
 * @param securityLog a file that gets each event of the audit as a line of JSON
 * @param tenantMigrations the operator's own SQL files for tenants' schemas
 * @param warnings what is allowed but should be thought over, a line each
 */
public record Configuration(
        ServerSettings server,
        DatabaseSettings database,
        SecretSettings secret,
        MailDelivery mail,
        Policies policies,
        List<ProviderSettings> providers,
        int bcryptCost,
        Path data,
        Optional<Path> breachedPasswords,
        Optional<Path> securityLog,
        TenantMigrations tenantMigrations,
        List<String> warnings) {

    private static final int STANDARD_BCRYPT_COST = 12;
    private static final String BREACHED_PASSWORDS = "TENANTRY_BREACHED_PASSWORDS";
    private static final String TENANT_MIGRATIONS = "TENANTRY_TENANT_MIGRATIONS";

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
        Optional<Path> breached = breachedPasswords(values, workingDirectory);
        Optional<Path> log =
                values.read("TENANTRY_SECURITY_LOG", "the path of a file", text -> path(workingDirectory, text));
        List<ProviderSettings> providers = SocialSettings.read(values);
        TenantMigrations migrations = tenantMigrations(values, workingDirectory);
        LaterFeatures.check(values);
        return new Configuration(
                server,
                database,
                secret,
                mail,
                policies,
                providers,
                cost,
                data,
                breached,
                log,
                migrations,
                values.warnings());
    }

    private static TenantMigrations tenantMigrations(Values values, Path workingDirectory) {
        try {
            return values.given(TENANT_MIGRATIONS)
                    .map(text -> TenantMigrations.at(text, Configuration.class.getClassLoader(), workingDirectory))
                    .orElse(TenantMigrations.NONE);
        } catch (IllegalArgumentException unusable) {
            values.refuse(
                    TENANT_MIGRATIONS,
                    unusable.getMessage() + "; a folder of SQL files, or classpath: before one on the class path,");
            return TenantMigrations.NONE;
        }
    }

    /** A file that would fail each change of a password is found out now. */
    private static Optional<Path> breachedPasswords(Values values, Path workingDirectory) {
        Optional<Path> file = values.read(
                BREACHED_PASSWORDS,
                "the path of a file that the server may read",
                text -> path(workingDirectory, text)
                        .filter(Files::isRegularFile)
                        .filter(Files::isReadable));
        try {
            file.ifPresent(BreachedPasswordFile::open);
        } catch (IllegalArgumentException unusable) {
            values.refuse(BREACHED_PASSWORDS, unusable.getMessage() + "; a sorted file of SHA-1 hashes, one a line,");
        }
        return file;
    }

    private static Optional<Path> path(Path workingDirectory, String text) {
        try {
            return Optional.of(workingDirectory.resolve(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
