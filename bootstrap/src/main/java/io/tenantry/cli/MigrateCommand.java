package io.tenantry.cli;

import io.tenantry.persistence.TenantsLeftBehind;
import io.tenantry.persistence.schema.FleetProgress;
import io.tenantry.persistence.schema.FleetRun;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings the tables up to date, and stops. */
@Command(
        name = "migrate",
        description =
                "Brings the database up to date. Makes the server's role, too, where it is missing and may be made.")
final class MigrateCommand implements Callable<Integer> {

    private static final int BAR = 30;

    private final Console console;
    private final AtomicReference<FleetProgress> progress = new AtomicReference<>(new FleetProgress(0, 0, 0));

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many tenants' schemas at a time, 1 to 64; ${DEFAULT-VALUE} by default.")
    private int parallel;

    @Option(names = "--only-failed", description = "Of the tenants' schemas only those that failed before.")
    private boolean onlyFailed;

    MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FleetRun run = run();
        try {
            String place = console.withInstallation(
                    () -> "migrating" + bar(progress.get()), console.configured(), installation -> {
                        installation.migrate(run);
                        return installation.place();
                    });
            console.out().println("up to date: " + place);
            return 0;
        } catch (TenantsLeftBehind left) {
            tell(left);
            return spec.exitCodeOnExecutionException();
        }
    }

    /** Nothing before the first tenant is done. */
    static String bar(FleetProgress progress) {
        if (progress.total() == 0) {
            return "";
        }
        int over = progress.done() + progress.failed();
        int filled = (int) ((long) BAR * over / progress.total());
        String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
        return " [" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + over + "/" + progress.total() + failed;
    }

    private FleetRun run() {
        try {
            return new FleetRun(parallel, onlyFailed, progress::set);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(spec.commandLine(), "--parallel: " + outOfRange.getMessage());
        }
    }

    private void tell(TenantsLeftBehind left) {
        console.err().println("tenantry: all is up to date but these tenants' schemas, which are as they were:");
        left.failures()
                .forEach(failure -> console.err().println("  " + failure.schema() + ": " + oneLine(failure.error())));
    }

    private static String oneLine(String error) {
        return error.strip().replaceAll("\\s+", " ");
    }
}
