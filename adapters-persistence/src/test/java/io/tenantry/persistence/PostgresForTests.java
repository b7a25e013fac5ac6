package io.tenantry.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A real PostgreSQL for tests: one cluster for the JVM, a database of its own for whoever asks. The tables belong to {@link
 * #OWNER}, the server works as {@link #SERVER}; neither is a superuser, as in production.
 *
 * <p>With the system property {@code tenantry.tests.postgres}, the JDBC URL of a superuser, that cluster is used instead of
 * the embedded one: so the same tests run on any version.
 */
public final class PostgresForTests {

    public static final String OWNER = "tenantry_owner";
    public static final String SERVER = "tenantry_app";
    public static final String PASSWORD = "only-for-tests";
    private static final String SUPERUSER_URL = startOrFind();
    private static final String TEMPLATE = template();

    private PostgresForTests() {}

    /** A new database without anything in it. */
    public static Database empty() {
        return create("");
    }

    /** A new database on which {@link Migrations} were run, in the schema {@code tenantry}. */
    public static Database migrated() {
        return create(" template " + TEMPLATE);
    }

    /** Runs SQL as the superuser, in the database named {@code postgres}. */
    public static void administer(String sql) {
        execute(SUPERUSER_URL, sql);
    }

    /** A database of the cluster, under the name that it has there. */
    public record Database(String name) {

        /** Connects as the superuser, whom nothing binds: to look, and to break things. */
        public DataSource superuser() {
            return ConnectionPools.direct(url(SUPERUSER_URL, name));
        }

        public DataSource owner() {
            return ConnectionPools.direct(urlAs(OWNER));
        }

        public DataSource server() {
            return ConnectionPools.direct(serverUrl());
        }

        public String serverUrl() {
            return urlAs(SERVER);
        }

        public String ownerUrl() {
            return urlAs(OWNER);
        }

        public Migrations migrations() {
            return Migrations.of(owner(), "tenantry", SERVER);
        }

        /** Connects as any role that has the tests' password. */
        public String urlAs(String role) {
            String bare = url(SUPERUSER_URL, name).replaceAll("[?&](user|password)=[^&]*", "");
            return bare + "?user=" + role + "&password=" + PASSWORD;
        }
    }

    private static Database create(String template) {
        String name = "tenantry_" + UUID.randomUUID().toString().replace('-', '_');
        administer("create database " + name + " owner " + OWNER + template);
        return new Database(name);
    }

    private static String startOrFind() {
        String url = System.getProperty("tenantry.tests.postgres", "");
        String superuser = url.isEmpty() ? start() : url;
        makeRole(superuser, OWNER);
        makeRole(superuser, SERVER);
        return superuser;
    }

    @SuppressWarnings("resource") // Lives as long as the JVM, and stops with it by a shutdown hook of its own.
    private static String start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start()
                    .getJdbcUrl("postgres", "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void makeRole(String superuser, String role) {
        execute(superuser, """
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login password '%2$s';
                    end if;
                end $$""".formatted(role, PASSWORD));
    }

    private static String template() {
        Database database = create("");
        database.migrations().migrate();
        return database.name();
    }

    private static String url(String superuser, String database) {
        return superuser.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot run " + sql, failed);
        }
    }
}
