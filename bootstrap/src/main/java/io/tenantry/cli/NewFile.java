package io.tenantry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole or not at all, and that its owner alone may read. */
final class NewFile {

    private final Path file;
    private final boolean force;

    /** Writes what belongs into it. */
    interface Content<T> {
        T writeTo(Path temporary) throws IOException;
    }

    /** @param force takes the place of a file that is there */
    NewFile(Path file, boolean force) {
        this.file = file.toAbsolutePath();
        this.force = force;
    }

    /** @throws CommandFailure if there is such a file, and it is not to be overwritten */
    void requireFree() {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + " is a folder");
        }
        if (!force && Files.exists(file)) {
            throw new CommandFailure(file + " is there already: --force overwrites it");
        }
    }

    <T> T write(Content<T> content) {
        requireFree();
        try {
            // With mode 0600, and beside its place, so that it can be renamed into it.
            Path temporary = Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".part");
            return AtExit.closing(() -> Files.deleteIfExists(temporary), () -> write(temporary, content));
        } catch (NoSuchFileException noFolder) {
            throw new CommandFailure(file.getParent() + " is no folder");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written", unwritable);
        }
    }

    private <T> T write(Path temporary, Content<T> content) {
        try {
            T result = content.writeTo(temporary);
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            requireFree();
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written", unwritable);
        } finally {
            delete(temporary);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
