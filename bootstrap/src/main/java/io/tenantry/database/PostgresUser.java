package io.tenantry.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run: they refuse to run as root. Under root they run in a user namespace of their own, where
 * root is nobody; where that is refused, as in many containers, as another user, who then owns the cluster.
 */
final class PostgresUser {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String ROOT = "root";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> CANDIDATES = List.of("postgres", "tenantry", "nobody");

    private final List<String> prefix;
    private final Optional<String> other;

    private PostgresUser(List<String> prefix, Optional<String> other) {
        this.prefix = prefix;
        this.other = other;
    }

    /** @param cluster its folder, if it is there: who owns it must run it */
    static PostgresUser of(DataFolder folder, Path cluster) {
        return of(folder, cluster, NAMESPACE);
    }

    /** @param namespace runs a program as nobody, where it may */
    static PostgresUser of(DataFolder folder, Path cluster, List<String> namespace) {
        if (!isRoot(folder)) {
            return new PostgresUser(List.of(), Optional.empty());
        }
        Optional<String> owner =
                Files.exists(cluster) ? owner(cluster).filter(name -> !name.equals(ROOT)) : Optional.empty();
        if (owner.isEmpty() && SystemCommand.succeeds(LIMIT, prefixed(namespace, List.of("id", "-un")))) {
            return new PostgresUser(namespace, Optional.empty());
        }
        return Stream.concat(owner.stream(), CANDIDATES.stream())
                .flatMap(PostgresUser::as)
                .findFirst()
                .orElseThrow(
                        () -> new DatabaseFailure(
                                "PostgreSQL does not run as root, and here neither unshare, setpriv"
                                        + " nor runuser can start it as another user: start Tenantry as another user, or set DATABASE_URL"));
    }

    List<String> command(List<String> program) {
        return prefixed(prefix, program);
    }

    /**
     * Hands the tree over to the user, if that is another than this process's and does not have it yet. What the user has is
     * not touched again, and links are not followed: root would give away what they lead to.
     */
    void own(Path tree) throws IOException {
        if (other.isEmpty() || other.equals(owner(tree))) {
            return;
        }
        UserPrincipal user =
                tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(other.get());
        List<Path> all;
        try (Stream<Path> files = Files.walk(tree)) {
            all = files.toList();
        }
        for (Path each : all) {
            Files.getFileAttributeView(each, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setOwner(user);
        }
    }

    /** Replaces a file of the user's by another, whole or not at all; as that user, who could lead root elsewhere by a link. */
    void replace(Path file, Path by) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        if (other.isEmpty()) {
            Files.copy(by, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        own(by);
        for (List<String> step : List.of(
                List.of("cp", by.toString(), half.toString()), List.of("mv", "-f", half.toString(), file.toString()))) {
            SystemCommand.Ended ended = SystemCommand.run(LIMIT, command(step));
            if (!ended.well()) {
                throw new IOException(ended.output().strip());
            }
        }
    }

    /** @throws DatabaseFailure if the user is another than this process's and cannot reach the program */
    void mustReach(DataFolder folder, Path program) throws IOException {
        if (other.isEmpty()) {
            return;
        }
        folder.letOthersThrough();
        if (!SystemCommand.succeeds(LIMIT, command(List.of("test", "-x", program.toString())))) {
            throw new DatabaseFailure("TENANTRY_DATA=" + folder.path()
                    + " cannot be used: PostgreSQL does not run as root," + " and the user " + other.get()
                    + " cannot reach that folder; one that every user can reach would do");
        }
    }

    private static Stream<PostgresUser> as(String user) {
        return Stream.of(
                        List.of("setpriv", "--reuid", user, "--regid", groupOf(user), "--clear-groups", "--"),
                        List.of("runuser", "-u", user, "--"))
                .filter(prefix -> SystemCommand.succeeds(LIMIT, prefixed(prefix, List.of("id", "-un"))))
                .map(prefix -> new PostgresUser(prefix, Optional.of(user)));
    }

    private static String groupOf(String user) {
        try {
            return SystemCommand.run(LIMIT, List.of("id", "-g", user)).output().strip();
        } catch (IOException unknown) {
            return user;
        }
    }

    /** A file made now belongs to whom this process runs as. */
    private static boolean isRoot(DataFolder folder) {
        if (PostgresBinaries.isWindows()) {
            return false;
        }
        try {
            Path probe = Files.createTempFile(folder.path(), "owner", null);
            try {
                return owner(probe).filter(ROOT::equals).isPresent();
            } finally {
                Files.delete(probe);
            }
        } catch (IOException unwritable) {
            throw new DatabaseFailure("the folder " + folder.path() + " cannot be written to", unwritable);
        }
    }

    private static Optional<String> owner(Path path) {
        try {
            return Optional.of(Files.getOwner(path).getName());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }
}
