package io.tenantry.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A durable PostgreSQL for server and yardstick alike. */
final class BenchDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    BenchDatabase() throws IOException, SQLException {
        this.postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        execute("create role bench_owner login createrole password 'bench'");
        execute("create role tenantry_app login password 'bench'");
    }

    String url(String database, String role) {
        return "postgres://" + role + ":bench@localhost:" + postgres.getPort() + "/" + database;
    }

    String database(String name) throws SQLException {
        execute("create database " + name + " owner bench_owner");
        return name;
    }

    void prepareRow(String database, String body) throws SQLException {
        try (Connection connection = postgres.getDatabase("bench_owner", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table bare_row (id bigint primary key, body text not null)");
            statement.execute("insert into bare_row values (1, '" + body.replace("'", "''") + "')");
        }
    }

    /** As the owner of the tables. */
    Connection connection(String database) throws SQLException {
        return postgres.getDatabase("bench_owner", database).getConnection();
    }

    /** What the database takes on disk, once all of it is written. */
    long bytes(String database) throws SQLException {
        execute("checkpoint");
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        }
    }

    /** As the owner of the tables. */
    void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("bench_owner", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
