package io.tenantry.persistence.walls;

import io.tenantry.persistence.Poll;
import io.tenantry.persistence.PostgresForTests;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PgBouncer of the test's own, in transaction mode, with one connection to the database for all who come. */
public final class PgBouncer implements AutoCloseable {

    /** To whom it changes when root starts it, since it refuses to work as root. */
    private static final String UNPRIVILEGED = "nobody";

    private final Process process;
    private final int port;
    private final String database;

    private PgBouncer(Process process, int port, String database) {
        this.process = process;
        this.port = port;
        this.database = database;
    }

    /** Whether there is a program of that name: Debian's package {@code pgbouncer}. */
    public static boolean isInstalled() {
        return program().isPresent();
    }

    /** @param folder for its settings */
    static PgBouncer before(PostgresForTests.Database database, Path folder) throws IOException {
        URI postgres = URI.create(database.serverUrl().replaceFirst("^jdbc:", ""));
        int port = freePort();
        Path users = folder.resolve("users.txt");
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(users, "\"%s\" \"%s\"%n".formatted(PostgresForTests.SERVER, PostgresForTests.PASSWORD));
        Files.writeString(settings, """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 1
                ignore_startup_parameters = extra_float_digits
                """.formatted(postgres.getHost(), postgres.getPort(), port, users));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return start(settings, folder.resolve("pgbouncer.log"), port, database.name());
    }

    /** PgBouncer before 1.21 knows nothing of prepared statements: hence none. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s&prepareThreshold=0"
                .formatted(port, database, PostgresForTests.SERVER, PostgresForTests.PASSWORD);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }

    private static PgBouncer start(Path settings, Path log, int port, String database) throws IOException {
        List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", UNPRIVILEGED));
        }
        command.add(settings.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PgBouncer started = new PgBouncer(process, port, database);
        Poll.until(() -> !process.isAlive() || started.answers());
        if (!process.isAlive()) {
            throw new IOException("pgbouncer did not start: " + Files.readString(log));
        }
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
