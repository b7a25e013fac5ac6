package io.tenantry.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cluster's files and its server process. Its methods are called while no other process starts or stops it. */
final class Cluster {

    static final String FOLDER = "postgres";
    private static final String START_LOG = "start.log";
    private static final Duration INIT_LIMIT = Duration.ofMinutes(2);
    /** Recovery after a crash comes first. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    /** The port that was free may be taken a moment later. */
    private static final int START_TRIES = 3;

    private final DataFolder folder;
    private final Path path;
    private final PostgresBinaries binaries;
    private final PostgresUser user;

    private Cluster(DataFolder folder, Path path, PostgresBinaries binaries, PostgresUser user) {
        this.folder = folder;
        this.path = path;
        this.binaries = binaries;
        this.user = user;
    }

    static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve(FOLDER).resolve("PG_VERSION"));
    }

    static Cluster in(DataFolder folder) {
        Path path = folder.path().resolve(FOLDER);
        PostgresBinaries binaries = PostgresBinaries.in(folder);
        return new Cluster(folder, path, binaries, PostgresUser.of(folder, path));
    }

    /** Makes sure that the cluster runs: makes it, takes over a process that is still there, or starts one. */
    ClusterConnections run() {
        ClusterPasswords passwords = existsIn(folder.path()) ? keptPasswords() : initialise();
        mustBeOfThisVersion();
        return takeOver(passwords).orElseGet(() -> new ClusterConnections(start(), passwords));
    }

    /** Lets no more requests in, ends those under way, and waits until all is on the disk. */
    void stop() {
        try {
            SystemCommand.Ended ended = pgCtl(STOP_LIMIT, "-m", "fast", "stop");
            if (!ended.well() && Postmaster.of(path).isPresent()) {
                throw new DatabaseFailure("the database in " + path + " did not stop: "
                        + ended.output().strip());
            }
        } catch (IOException unstoppable) {
            throw new DatabaseFailure("the database in " + path + " did not stop", unstoppable);
        }
    }

    /** In a folder beside it, which becomes the cluster when all is done: an initdb cut short leaves nothing half-made. */
    private ClusterPasswords initialise() {
        ClusterPasswords passwords = ClusterPasswords.kept(folder).orElseGet(() -> ClusterPasswords.make(folder));
        try {
            DataFolder.delete(path.resolveSibling(FOLDER + ".new"));
            Path half = folder.folder(FOLDER + ".new");
            user.own(half);
            user.mustReach(folder, binaries.program("initdb"));
            initdb(half, passwords);
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
            return passwords;
        } catch (IOException unmakeable) {
            throw new DatabaseFailure("no database can be made in " + path, unmakeable);
        }
    }

    private void initdb(Path half, ClusterPasswords passwords) throws IOException {
        Path password = folder.write("initdb.password", passwords.of(ClusterRole.SUPERUSER));
        try {
            user.own(password);
            initdb(half, password);
        } finally {
            Files.delete(password);
        }
    }

    private void initdb(Path half, Path password) throws IOException {
        SystemCommand.Ended ended = SystemCommand.run(
                INIT_LIMIT,
                user.command(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + half,
                        "--username=" + ClusterRole.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")));
        if (!ended.well()) {
            throw new DatabaseFailure("no database can be made in " + path + ": " + lastLine(ended.output()));
        }
    }

    private ClusterPasswords keptPasswords() {
        return ClusterPasswords.kept(folder)
                .orElseThrow(() -> new DatabaseFailure("the passwords of the database in " + path
                        + " are gone: restore postgres.passwords beside it from a backup"));
    }

    private void mustBeOfThisVersion() {
        String version = folder.read(FOLDER + "/PG_VERSION").strip();
        if (!version.equals(binaries.major())) {
            throw new DatabaseFailure("the database in " + path + " is of PostgreSQL " + version
                    + ", this server brings " + binaries.major() + ": move its data by pg_dump and psql");
        }
    }

    /** A server process outlives the one that started it when that is killed. */
    private Optional<ClusterConnections> takeOver(ClusterPasswords passwords) {
        if (Postmaster.of(path).isEmpty()) {
            return Optional.empty();
        }
        return Waiting.upTo(START_LIMIT, () -> look(passwords))
                .orElseThrow(() -> new DatabaseFailure("a PostgreSQL process ("
                        + Postmaster.of(path).map(Postmaster::pid).orElse(0L) + ") holds " + path
                        + " and does not answer: end it, then try again"));
    }

    /** Outer empty: ask again. Inner empty: there is none any more. */
    private Optional<Optional<ClusterConnections>> look(ClusterPasswords passwords) {
        Optional<Postmaster> postmaster = Postmaster.of(path);
        if (postmaster.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        if (!postmaster.get().mayBeAlive(path)) {
            Postmaster.forget(path);
            return Optional.of(Optional.empty());
        }
        ClusterConnections connections = new ClusterConnections(postmaster.get().port(), passwords);
        return connections.work() ? Optional.of(Optional.of(connections)) : Optional.empty();
    }

    private int start() {
        String why = "";
        for (int tries = 0; tries < START_TRIES; tries++) {
            int port = freePort();
            SystemCommand.Ended ended = tryStart(port);
            if (ended.well()) {
                return port;
            }
            why = lastWords(ended);
        }
        throw new DatabaseFailure("the database in " + path + " did not start: " + why);
    }

    private SystemCommand.Ended tryStart(int port) {
        try {
            user.own(path);
            user.mustReach(folder, binaries.program("pg_ctl"));
            ClusterConfiguration.write(folder, path, user, port);
            Files.deleteIfExists(path.resolve(START_LOG));
            return pgCtl(START_LIMIT, "-l", path.resolve(START_LOG).toString(), "start");
        } catch (IOException unstartable) {
            throw new DatabaseFailure("the database in " + path + " did not start", unstartable);
        }
    }

    private SystemCommand.Ended pgCtl(Duration limit, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("pg_ctl").toString(), "--pgdata=" + path, "--wait", "--timeout=" + limit.toSeconds()));
        command.addAll(List.of(arguments));
        return SystemCommand.run(limit.plusSeconds(5), user.command(command));
    }

    private String lastWords(SystemCommand.Ended ended) {
        Path log = path.resolve(START_LOG);
        try {
            return lastLine(Files.exists(log) ? Files.readString(log) : ended.output()) + " (see " + path + "/log)";
        } catch (IOException unreadable) {
            return lastLine(ended.output());
        }
    }

    private static String lastLine(String output) {
        return output.strip().lines().reduce((first, second) -> second).orElse("it does not say why");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new DatabaseFailure("there is no free port for the database", none);
        }
    }
}
