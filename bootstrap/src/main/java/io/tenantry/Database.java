package io.tenantry;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.database.DataFolder;
import io.tenantry.database.DatabaseFailure;
import io.tenantry.database.EmbeddedPostgresDatabase;
import io.tenantry.database.LoginRole;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.persistence.ConnectionPools;
import io.tenantry.persistence.Migrations;
import io.tenantry.persistence.ServerRole;
import java.util.Optional;
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
 * @param place where it is, as it may be shown
 */
record Database(
        HikariDataSource server, DataSource owner, DataSource listen, String schema, boolean embedded, String place) {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** @param opened closes what is opened here: the pool, and the embedded database */
    static Database open(Configuration configuration, Closing opened) {
        DatabaseSettings settings = configuration.database();
        return settings.external()
                .map(external -> external(settings, external, opened))
                .orElseGet(() -> embedded(settings, DataFolder.at(configuration.data()), opened));
    }

    /**
     * Brings the tables up to date; makes the server's role first, where it is missing and the owner may make it.
     *
     * @throws io.tenantry.persistence.UnsafeServerRole if the walls between tenants would not hold for the server's role
     */
    void migrate() {
        reached(() -> {
            migrateReached();
            return place;
        });
    }

    boolean upToDate() {
        return reached(() -> migrations().upToDate());
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

    private void migrateReached() {
        if (!embedded && owner != listen && server.getUsername() != null) {
            LoginRole.ensure(owner, server.getUsername(), Optional.ofNullable(server.getPassword()));
        }
        ServerRole.of(listen, schema).requireBound();
        migrations().migrate();
    }

    Migrations migrations() {
        return Wiring.migrations(owner, schema, listen);
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

    private static Database external(DatabaseSettings settings, DatabaseSettings.External urls, Closing opened) {
        DataSource listen = ConnectionPools.direct(urls.listenUrl().orElse(urls.url()));
        return new Database(
                opened.add(ConnectionPools.pool(urls.url(), settings.pool())),
                urls.ownerUrl().<DataSource>map(ConnectionPools::direct).orElse(listen),
                listen,
                settings.schema(),
                false,
                urls.toString());
    }

    private static Database embedded(DatabaseSettings settings, DataFolder folder, Closing opened) {
        EmbeddedPostgresDatabase database = opened.add(EmbeddedPostgresDatabase.open(folder));
        return new Database(
                opened.add(ConnectionPools.pool(database.serverUrl(), settings.pool())),
                ConnectionPools.direct(database.ownerUrl()),
                ConnectionPools.direct(database.serverUrl()),
                settings.schema(),
                true,
                folder.path() + " (embedded PostgreSQL)");
    }
}
