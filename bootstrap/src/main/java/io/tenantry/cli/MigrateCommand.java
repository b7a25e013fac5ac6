package io.tenantry.cli;

import io.tenantry.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings the tables up to date, and stops. */
@Command(
        name = "migrate",
        description =
                "Brings the database up to date. Makes the server's role, too, where it is missing and may be made.")
final class MigrateCommand implements Callable<Integer> {

    private final Console console;

    MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String place = console.withInstallation("migrating", console.configured(), MigrateCommand::migrate);
        console.out().println("up to date: " + place);
        return 0;
    }

    private static String migrate(Installation installation) {
        installation.migrate();
        return installation.place();
    }
}
