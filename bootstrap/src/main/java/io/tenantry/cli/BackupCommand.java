package io.tenantry.cli;

import io.tenantry.domain.audit.AuditAction;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All of the installation in one file. */
@Command(
        name = "backup",
        description =
                "Writes the whole database into one file, in the custom format of pg_dump. Without the installation's"
                        + " secret, which is to be kept elsewhere.")
final class BackupCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A new file, which its owner alone may read.")
    private Path file;

    @Option(names = "--force", description = "Overwrites the file.")
    private boolean force;

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        NewFile backup = new NewFile(file, force);
        backup.requireFree();
        console.withData(() -> "backing up", installation -> {
            backup.write(temporary -> {
                installation.backUp(temporary);
                return temporary;
            });
            installation
                    .tenantry()
                    .useCases()
                    .audit()
                    .recordOperation()
                    .record(AuditAction.BACKUP_MADE, Optional.empty(), Map.of());
            return file;
        });
        console.out().println("the database is in " + file);
        console.out()
                .println(
                        "the installation's secret (TENANTRY_SECRET, or the file secret in the data folder) is not in it: keep"
                                + " it elsewhere, for without it second factors and signing keys in the backup cannot be opened");
        return 0;
    }
}
