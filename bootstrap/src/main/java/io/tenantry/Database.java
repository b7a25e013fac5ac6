package io.tenantry;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.database.DataFolder;
import io.tenantry.database.DatabaseBackup;
import io.tenantry.database.DatabaseFailure;
import io.tenantry.database.EmbeddedPostgresDatabase;
import io.tenantry.database.LoginRole;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.persistence.ConnectionPools;
import io.tenantry.persistence.Migrations;
import io.tenantry.persistence.ServerRole;
import io.tenantry.persistence.schema.TenantMigrations;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that is configured, embedded or the operator's.
 *
 * @param server the pool of the server's role
 * @param owner connections of the role that owns the tables
 * @param listen direct connections of the server's role
 * @param tenantMigrations the host's, for tenants' schemas
 * @param place where it is, as it may be shown
 */
record Database(
        HikariDataSource server,
        DataSource owner,
        DataSource listen,
        String schema,
        TenantMigrations tenantMigrations,
        boolean embedded,
        String place) {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** @param opened closes what is opened here: the pool, and the embedded database */
    static Database open(Configuration configuration, Closing opened) {
        return configuration
                .database()
                .external()
                .map(external -> external(configuration, external, opened))
                .orElseGet(() -> embedded(configuration, DataFolder.at(configuration.data()), opened));
    }

    /**
     * Brings the tables up to date; makes the server's role first, where it is missing and the owner may make it.
     *
     * @param run does it
     * @throws io.tenantry.persistence.UnsafeServerRole if the walls between tenants would not hold for the server's role
     */
    void migrate(Consumer<Migrations> run) {
        reached(() -> {
            migrateReached(run);
            return place;
        });
    }

    boolean usable() {
        return reached(() -> migrations().usable());
    }

    /** Whether or not it is the first thing asked of a database: an operator is told which one does not answer. */
    private <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (Unavailable silent) {
            throw new DatabaseFailure(
                    (embedded ? "the database in " : "DATABASE_URL=") + place
                            + " cannot be reached: start it, or name another one that runs",
                    silent);
        }
    }

    /** @param programs the folder of PostgreSQL's client programs, if one is named */
    DatabaseBackup backup(Optional<Path> programs) {
        return new DatabaseBackup(owner, schema, programs);
    }

    /** Where it is missing, and the owner may make it. */
    void makeServerRole() {
        if (!embedded && owner != listen && server.getUsername() != null) {
            LoginRole.ensure(owner, server.getUsername(), Optional.ofNullable(server.getPassword()));
        }
    }

    private void migrateReached(Consumer<Migrations> run) {
        makeServerRole();
        ServerRole.of(listen, schema).requireBound();
        run.accept(migrations());
    }

    Migrations migrations() {
        return Wiring.migrations(owner, schema, listen).with(tenantMigrations);
    }

    /** Warns where the server's role could take the walls between tenants down. */
    void check() {
        ServerRole role = ServerRole.of(listen, schema);

        if (role.ownsTables()) {
            LOG.warn(
                    "the server's role {} owns the tables: the walls between tenants hold, but not against that role's own"
                            + " DDL; set DATABASE_OWNER_URL to another role, and DATABASE_URL to one that owns nothing",
                    role.name());
        }
    }

    private static Database external(Configuration configuration, DatabaseSettings.External urls, Closing opened) {
        DatabaseSettings settings = configuration.database();
        DataSource listen = ConnectionPools.direct(urls.listenUrl().orElse(urls.url()));
        return new Database(
                opened.add(ConnectionPools.pool(urls.url(), settings.pool())),
                urls.ownerUrl().<DataSource>map(ConnectionPools::direct).orElse(listen),
                listen,
                settings.schema(),
                configuration.tenantMigrations(),
                false,
                urls.toString());
    }

    private static Database embedded(Configuration configuration, DataFolder folder, Closing opened) {
        DatabaseSettings settings = configuration.database();
        EmbeddedPostgresDatabase database = opened.add(EmbeddedPostgresDatabase.open(folder));
        return new Database(
                opened.add(ConnectionPools.pool(database.serverUrl(), settings.pool())),
                ConnectionPools.direct(database.ownerUrl()),
                ConnectionPools.direct(database.serverUrl()),
                settings.schema(),
                configuration.tenantMigrations(),
                true,
                folder.path() + " (embedded PostgreSQL)");
    }
}
