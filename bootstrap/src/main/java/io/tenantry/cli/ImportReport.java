package io.tenantry.cli;

import io.tenantry.persistence.portability.RefusedLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/** Tells of the lines that became no users: each in a file, or the first few of them on the terminal. Never what they say. */
final class ImportReport implements AutoCloseable {

    private static final int SHOWN = 20;

    private final Optional<Writer> file;
    private final PrintWriter err;
    private int shown;

    private ImportReport(Optional<Writer> file, PrintWriter err) {
        this.file = file;
        this.err = err;
    }

    static ImportReport to(Optional<Path> path, PrintWriter err) throws IOException {
        return new ImportReport(path.isPresent() ? Optional.of(made(path.get())) : Optional.empty(), err);
    }

    void add(RefusedLine line) {
        if (file.isPresent()) {
            write(file.get(), line);
        } else if (line.outcome() == RefusedLine.Outcome.REFUSED) {
            show(line);
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private static Writer made(Path path) throws IOException {
        try {
            return Files.newBufferedWriter(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new CommandFailure(path + " is there already: name a new file for the report");
        }
    }

    /** Reasons are sentences of ours, in which nothing needs to be escaped. */
    private static void write(Writer file, RefusedLine line) {
        try {
            file.write("{\"line\":" + line.number() + ",\"outcome\":\""
                    + line.outcome().name().toLowerCase(Locale.ROOT) + "\",\"reason\":\"" + line.reason() + "\"}\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the report cannot be written", unwritable);
        }
    }

    private void show(RefusedLine line) {
        shown++;
        if (shown <= SHOWN) {
            err.println("line " + line.number() + ": " + line.reason());
        } else if (shown == SHOWN + 1) {
            err.println("… and more; --report FILE tells of all");
        }
    }
}
