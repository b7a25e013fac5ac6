package io.tenantry.cli;

import io.tenantry.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Such a file becomes the installation. */
@Command(
        name = "restore",
        description =
                "Reads a file of `backup` into an empty database, and brings it up to date. The installation's secret"
                        + " must be the one of then.")
final class RestoreCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A backup.")
    private Path file;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure(file + " cannot be read");
        }
        String place = console.withInstallation("restoring", console.configured(), this::restore);
        console.out().println("restored: " + place);
        return 0;
    }

    private String restore(Installation installation) {
        installation.restore(file);
        return installation.place();
    }
}
