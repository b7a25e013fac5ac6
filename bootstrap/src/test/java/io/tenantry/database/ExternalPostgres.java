package io.tenantry.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL as an operator has one, with roles and databases of their own. */
public final class ExternalPostgres implements AutoCloseable {

    private final Path access;
    private final Cluster cluster;
    private final ClusterConnections connections;

    private ExternalPostgres(Path access, Cluster cluster, ClusterConnections connections) {
        this.access = access;
        this.cluster = cluster;
        this.connections = connections;
    }

    public static ExternalPostgres start(Path folder) {
        Cluster cluster = Cluster.in(DataFolder.at(folder));
        return new ExternalPostgres(folder.resolve("postgres/pg_hba.conf"), cluster, cluster.run());
    }

    /** Of the superuser, whom no wall holds. */
    public String superuserUrl(String database) {
        return connections.url(ClusterRole.SUPERUSER).replace("/postgres?", "/" + database + "?");
    }

    public String url(String user, String password, String database) {
        return "postgres://" + user + ":" + password + "@127.0.0.1:" + connections.port() + "/" + database;
    }

    public void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(superuserUrl("postgres"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            letIn(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** In one of its databases. */
    public void in(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection(superuserUrl(database));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String ask(String question) {
        return askIn("postgres", question);
    }

    public String askIn(String database, String question) {
        try (Connection connection = DriverManager.getConnection(superuserUrl(database));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        cluster.stop();
    }

    /** Whoever has a password, to every database. */
    private void letIn(Statement superuser) throws SQLException {
        try {
            Files.writeString(access, "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        superuser.execute("select pg_reload_conf()");
    }
}
