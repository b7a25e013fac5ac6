package io.tenantry.cli;

import io.tenantry.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells which Tenantry this is, and on what it runs. */
@Command(name = "version", description = "Tells the version.")
final class VersionCommand implements Callable<Integer> {

    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("tenantry " + Version.current() + " (Java " + Runtime.version() + ")");
        return 0;
    }
}
