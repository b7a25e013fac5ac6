package io.tenantry.persistence;

import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlPlane;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.schema.FleetRun;
import io.tenantry.persistence.schema.Installation;
import io.tenantry.persistence.schema.TenantFailure;
import io.tenantry.persistence.schema.TenantMigrations;
import io.tenantry.persistence.transaction.DatabaseFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to what this release needs: the control plane by Flyway, what the server's role may do, and the schemas
 * of tenants. May be run again at any time, by several nodes at once, and beside servers at work.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /** Such as need no quoting, and a few that hosted databases give out. */
    private static final Pattern ROLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.@-]{0,62}");

    private final DataSource owner;
    private final ControlSchema schema;
    private final String serverRole;
    private final Installation installation;

    private Migrations(DataSource owner, ControlSchema schema, String serverRole, TenantMigrations hosts) {
        this.owner = owner;
        this.schema = schema;
        this.serverRole = serverRole;
        Jdbi jdbi = ControlJdbi.on(owner, schema);
        this.installation = new Installation(jdbi, schema, serverRole, hosts);
    }

    /**
     * @param owner connects as the role that owns the tables, or shall; it needs the right to make schemas in the database
     * @param schema the schema of the control plane: 1 to 40 of {@code a-z 0-9 _}, not beginning with {@code pg_} or {@code
     *     tenant_}
     * @param serverRole the role of the server, which may be the owner's own
     * @throws IllegalArgumentException if a name could not be used
     */
    public static Migrations of(DataSource owner, String schema, String serverRole) {
        if (!ROLE.matcher(serverRole).matches()) {
            throw new IllegalArgumentException("not a name for the server's role: letters, digits and _ . @ - alone");
        }
        return new Migrations(owner, new ControlSchema(schema), serverRole, TenantMigrations.NONE);
    }

    /** The same, with the host's own scripts for tenants' schemas. */
    public Migrations with(TenantMigrations hosts) {
        return new Migrations(owner, schema, serverRole, hosts);
    }

    /**
     * Whether nothing is left to do, by two short queries: Flyway is not even loaded for it.
     *
     * @throws io.tenantry.domain.failure.Unavailable if the database does not answer
     */
    public boolean upToDate() {
        return DatabaseFailures.translating(installation::isComplete);
    }

    /**
     * Whether servers of this release can work: all was run, and at most some tenants are left behind, for they failed.
     *
     * @throws io.tenantry.domain.failure.Unavailable if the database does not answer
     */
    public boolean usable() {
        return DatabaseFailures.translating(installation::isRun);
    }

    /** As {@link #migrate(FleetRun)}, in the standard way. */
    public void migrate() {
        migrate(FleetRun.STANDARD);
    }

    /**
     * Does what is left to do, if anything. Nothing where a newer release has been: a server of this one that starts once more
     * while a fleet is upgraded must not take back what that one granted. Of the host's scripts nothing where a newer version of
     * them has been.
     *
     * @throws TenantsLeftBehind if schemas of tenants could not be brought up; the others are done
     * @throws MigrationFailed if something else stands in the way
     * @throws io.tenantry.domain.failure.Unavailable if the database does not answer
     */
    public void migrate(FleetRun run) {
        if (!upToDate()) {
            DatabaseFailures.translating(() -> {
                bringUp(run);
                return true;
            });
        }
    }

    /**
     * Makes the server's role if there is none, with the right to log in and no other, and sets its password. The password
     * goes to the server as a SCRAM verifier, never in clear.
     *
     * @throws MigrationFailed if the owner may not make roles
     */
    public void createServerRole(char[] password) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection)) {
                statement.execute("create role \"" + serverRole + "\" login");
            }
            connection.unwrap(PGConnection.class).alterUserPassword(serverRole, password, "scram-sha-256");
        } catch (SQLException failed) {
            throw new MigrationFailed("the role " + serverRole + " could not be made: " + failed.getMessage(), failed);
        }
    }

    private void bringUp(FleetRun run) {
        try {
            if (installation.isOfNewerRelease()) {
                LOG.info("The tables are those of a newer release, and are left as they are");
                return;
            }
            installation.requireUsableDatabase();
            ControlPlane.migrate(owner, schema);
            installation.storeAndGrant();
            requireNone(installation.bringTenantsUp(run));
        } catch (FlywayException | IllegalStateException failed) {
            throw new MigrationFailed(failed.getMessage(), failed);
        }
    }

    private static void requireNone(List<TenantFailure> failed) {
        if (!failed.isEmpty()) {
            throw new TenantsLeftBehind(failed);
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_catalog.pg_roles where rolname = ?")) {
            query.setString(1, serverRole);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
