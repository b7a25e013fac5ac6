package io.tenantry.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The folder of {@code TENANTRY_DATA}: nobody but the server's own user reads what is in it (mode 0700, files 0600). */
public final class DataFolder {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PRIVATE_FOLDER = "rwx------";
    private static final String OPEN_FOLDER = "rwxr-xr-x";
    private static final String FILE_MODE = "rw-------";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder if it is not there. One that is there keeps its mode.
     *
     * @throws DatabaseFailure if it cannot be made or written to
     */
    public static DataFolder at(Path path) {
        try {
            DataFolder folder = new DataFolder(makePrivate(path.toAbsolutePath().normalize()));
            if (!Files.isWritable(folder.path)) {
                throw new DatabaseFailure(unusable(path) + ": it cannot be written to");
            }
            return folder;
        } catch (IOException unmakeable) {
            throw new DatabaseFailure(unusable(path) + ": it cannot be made", unmakeable);
        }
    }

    public Path path() {
        return path;
    }

    /** A folder in it, of mode 0700, made if it is not there. */
    public Path folder(String name) {
        try {
            return makePrivate(path.resolve(name));
        } catch (IOException unmakeable) {
            throw new DatabaseFailure("the folder " + path.resolve(name) + " cannot be made", unmakeable);
        }
    }

    /** The same, but for every user to read: of programs. */
    Path openFolder(String name) throws IOException {
        Path folder = path.resolve(name);
        return Files.isDirectory(folder) ? folder : Files.createDirectory(folder, mode(OPEN_FOLDER));
    }

    /** The text of a file in it. */
    public String read(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException unreadable) {
            throw new DatabaseFailure("the file " + path.resolve(name) + " cannot be read", unreadable);
        }
    }

    public boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    /** The text of a file in it, which is written first if it is not there: by one of several processes. */
    public String readOrWrite(String name, Supplier<String> text) {
        FolderLock writing = Waiting.upTo(PATIENCE, () -> FolderLock.exclusive(this, name + ".lock"))
                .orElseThrow(() -> new DatabaseFailure("another process holds " + path.resolve(name + ".lock")));
        try {
            if (!has(name)) {
                write(name, text.get());
            }
            return read(name);
        } finally {
            writing.close();
        }
    }

    /** Writes a file of mode 0600, whole or not at all, and on the disk when this returns. */
    public Path write(String name, String text) {
        Path file = path.resolve(name);
        try {
            Path half = makeFile(path.resolve(name + ".new"));
            Files.writeString(half, text, StandardCharsets.UTF_8);
            sync(half);
            return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new DatabaseFailure("the file " + file + " cannot be written", unwritable);
        }
    }

    /** Lets other users pass through the folder, though not list it: for a PostgreSQL that runs as one of them. */
    void letOthersThrough() throws IOException {
        Set<PosixFilePermission> mode = new HashSet<>(Files.getPosixFilePermissions(path));
        if (mode.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(path, mode);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(tree)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }

    private static Path makePrivate(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, mode(PRIVATE_FOLDER));
    }

    private static Path makeFile(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(file, fileMode());
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static FileAttribute<?>[] fileMode() {
        return mode(FILE_MODE);
    }

    private static FileAttribute<?>[] mode(String mode) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static String unusable(Path path) {
        return "TENANTRY_DATA=" + path + " cannot be used";
    }
}
