package io.tenantry;

import io.tenantry.database.DataFolder;
import io.tenantry.database.DatabaseBackup;
import io.tenantry.database.EmbeddedPostgresDatabase;
import io.tenantry.metrics.Metrics;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.SecretRotation;
import io.tenantry.persistence.encryption.Resealing;
import io.tenantry.persistence.portability.RefusedLine;
import io.tenantry.persistence.portability.TenantExport;
import io.tenantry.persistence.portability.TenantImport;
import io.tenantry.persistence.portability.UserImport;
import io.tenantry.persistence.schema.FleetRun;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** An installation's data, opened by the server or by a command beside it. Closed in one go. */
public final class Installation implements AutoCloseable {

    private final Configuration configuration;
    private final EncryptionSecret secret;
    private final Closing opened;
    private final Database database;

    private Installation(Configuration configuration, EncryptionSecret secret, Closing opened, Database database) {
        this.configuration = configuration;
        this.secret = secret;
        this.opened = opened;
        this.database = database;
    }

    /** @throws RuntimeException with one line for the operator, if the data cannot be opened */
    public static Installation open(Configuration configuration) {
        Closing opened = new Closing();
        try {
            EncryptionSecret secret = configuration
                    .secret()
                    .current()
                    .orElseGet(() -> SecretFile.in(DataFolder.at(configuration.data())));
            Database database = Database.open(configuration, opened);
            return new Installation(configuration, secret, opened, database);
        } catch (RuntimeException unopened) {
            opened.close();
            throw unopened;
        }
    }

    /** False if the embedded database is configured, and has never been made. */
    public static boolean isThere(Configuration configuration) {
        return configuration.database().external().isPresent()
                || EmbeddedPostgresDatabase.existsIn(configuration.data());
    }

    /** Brings the tables up to date. A tenant whose schema cannot be brought up is logged, and left as it is. */
    public void migrate() {
        database.migrate(FleetLog::bringUp);
    }

    /** @throws io.tenantry.persistence.TenantsLeftBehind if schemas of tenants could not be brought up; all else is done */
    public void migrate(FleetRun run) {
        database.migrate(migrations -> migrations.migrate(run));
    }

    /** Whether the tables are up to date; tenants that were tried and failed do not count. */
    public boolean migrated() {
        return database.usable();
    }

    /** The use cases on this data, without a schedule; closed with the installation. Call it once. */
    public Tenantry tenantry() {
        URI publicUrl =
                configuration.server().publicUrlAt(configuration.server().port());
        return opened.add(builder(publicUrl)
                .deliverMail(false)
                .removeExpired(false)
                .rotateSigningKeys(false)
                .writeApiKeyUse(false)
                .build());
    }

    /** The same, with all that happens by itself, and measured. */
    Tenantry serving(URI publicUrl, Metrics metrics) {
        metrics.pool(database.server());
        return opened.add(builder(publicUrl)
                .onAudit(metrics::happened)
                .onDelivery(metrics::delivered)
                .build());
    }

    private TenantryBuilder builder(URI publicUrl) {
        database.check();
        TenantryBuilder builder = Tenantry.builder()
                .dataSource(database.server())
                .listenDataSource(database.listen())
                .schema(database.schema())
                .secret(secret)
                .previousSecrets(configuration.secret().previous())
                .policies(configuration.policies())
                .bcryptCost(configuration.bcryptCost())
                .mailSender(Wiring.mailSender(configuration, publicUrl))
                .webAuthn(configuration.server().webAuthnAt(publicUrl))
                .webhookAllow(configuration.server().webhookAllow())
                .identityProviders(Wiring.identityProviders(configuration.providers(), publicUrl))
                .migrate(false);
        configuration.breachedPasswords().ifPresent(builder::breachedPasswords);
        configuration.securityLog().map(SecurityLogFile::open).map(opened::add).ifPresent(builder::onAudit);
        return builder;
    }

    /** Takes over the users of another program; see {@link UserImport}. */
    public UserImport userImport(
            boolean forGood, Consumer<RefusedLine> onRefusal, Consumer<UserImport.Summary> onProgress) {
        return new UserImport(database.server(), database.schema(), forGood, onRefusal, onProgress);
    }

    /** Writes a tenant into an archive; see {@link TenantExport}. */
    public TenantExport tenantExport(Consumer<String> onProgress) {
        return new TenantExport(
                database.owner(),
                database.schema(),
                Version.current(),
                configuration.policies().baseDomain().value(),
                onProgress);
    }

    /** Brings a tenant up from an archive; see {@link TenantImport}. */
    public TenantImport tenantImport(Consumer<String> onProgress) {
        return new TenantImport(
                database.owner(), database.schema(), configuration.policies().baseDomain(), onProgress);
    }

    /** Encrypts everything anew by the secret; see {@link SecretRotation}. */
    public Resealing.Done rotateSecret(LongConsumer onProgress) {
        return new SecretRotation(
                        database.owner(),
                        database.schema(),
                        secret,
                        configuration.secret().previous(),
                        onProgress)
                .run();
    }

    /** Writes the whole database into a file that is there; see {@link DatabaseBackup}. */
    public void backUp(Path file) {
        database.backup(configuration.database().programs()).write(file);
    }

    /** Reads such a file into a database that is empty, brings it up to date, and tries the secret on it. */
    public void restore(Path file) {
        database.makeServerRole();
        database.backup(configuration.database().programs()).restore(file);
        migrate();
        try {
            tenantry().useCases().sessions().readSigningKeys().read();
        } catch (RuntimeException sealed) {
            throw new StartFailure(
                    "the backup is restored, but its signing keys cannot be opened: set TENANTRY_SECRET to the secret of then",
                    sealed);
        }
    }

    /** Where the data is, as it may be shown. */
    public String place() {
        return database.place();
    }

    @Override
    public void close() {
        opened.close();
    }
}
