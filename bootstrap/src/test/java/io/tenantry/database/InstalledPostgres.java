package io.tenantry.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL that the system has, as Debian installs it: with its client programs, which the embedded one lacks. */
public final class InstalledPostgres implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD = "only-for-tests";

    private final Path folder;
    private final PostgresUser user;
    private final int port;

    private InstalledPostgres(Path folder, PostgresUser user, int port) {
        this.folder = folder;
        this.user = user;
        this.port = port;
    }

    public static boolean isThere() {
        return programs().isPresent();
    }

    /** Where its programs are. */
    public static Optional<Path> programs() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_dump")))
                    .max(Path::compareTo);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static InstalledPostgres start(Path folder) {
        try {
            DataFolder data = DataFolder.at(folder);
            Path cluster = data.folder("cluster");
            PostgresUser user = PostgresUser.of(data, cluster);
            InstalledPostgres postgres = new InstalledPostgres(folder, user, freePort());
            Path password = data.write("password", PASSWORD);
            user.own(cluster);
            user.own(password);
            user.mustReach(data, programs().orElseThrow().resolve("initdb"));
            postgres.run("initdb", "-U", "postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--pwfile=" + password);
            postgres.run(
                    "pg_ctl",
                    "-w",
                    "-l",
                    cluster.resolve("test.log").toString(),
                    "-o",
                    "-p " + postgres.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                    "start");
            return postgres;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** Of a role that may log in, with the tests' password. */
    public String url(String role, String database) {
        return "postgres://" + role + ":" + PASSWORD + "@127.0.0.1:" + port + "/" + database;
    }

    public void makeRole(String role) throws SQLException {
        ask("postgres", "create role " + role + " login password '" + PASSWORD + "'");
    }

    public void makeDatabase(String name, String owner) throws SQLException {
        ask("postgres", "create database " + name + " owner " + owner);
    }

    /** Asks as the superuser, whom no wall holds: the first column of all rows. */
    public List<String> ask(String database, String question) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        try (Connection connection = DriverManager.getConnection(url, "postgres", PASSWORD);
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(question)) {
                ResultSet result = statement.getResultSet();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "-w", "-m", "immediate", "stop");
        } catch (IOException unstoppable) {
            throw new UncheckedIOException(unstoppable);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(programs().orElseThrow().resolve(program).toString()));
        command.addAll(List.of("-D", folder.resolve("cluster").toString()));
        command.addAll(List.of(arguments));
        SystemCommand.Ended ended = SystemCommand.run(LIMIT, user.command(command));
        if (!ended.well()) {
            throw new IOException(ended.output());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
