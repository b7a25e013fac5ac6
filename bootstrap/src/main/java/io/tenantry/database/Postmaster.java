package io.tenantry.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process of a cluster, as {@code postmaster.pid} tells of it (PostgreSQL, miscadmin.h: lines 1 and 4).
 *
 * @param pid its process, if it is still there
 * @param port 0 while it is not known
 */
record Postmaster(long pid, int port) {

    private static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;

    /** Empty if the cluster was stopped, or has never run. */
    static Optional<Postmaster> of(Path cluster) {
        try {
            return parse(Files.readAllLines(cluster.resolve(FILE)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Forgets a process that is no more. */
    static void forget(Path cluster) {
        try {
            Files.deleteIfExists(cluster.resolve(FILE));
        } catch (IOException undeletable) {
            throw new DatabaseFailure("the stale file " + cluster.resolve(FILE) + " cannot be deleted", undeletable);
        }
    }

    /** False if there is no such process, or its number has been given to some other program since. */
    boolean mayBeAlive(Path cluster) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> mayRun(process, cluster))
                .isPresent();
    }

    /** A postmaster works in its cluster's folder; where that cannot be seen (beyond Linux), its program's name must do. */
    private static boolean mayRun(ProcessHandle process, Path cluster) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), cluster);
        } catch (IOException unseen) {
            return process.info()
                    .command()
                    .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                    .orElse(true);
        }
    }

    private static Optional<Postmaster> parse(List<String> lines) {
        try {
            int port = lines.size() > PORT_LINE
                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                    : 0;
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), port));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }
}
