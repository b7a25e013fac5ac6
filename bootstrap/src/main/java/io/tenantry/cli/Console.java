package io.tenantry.cli;

import io.tenantry.Configuration;
import io.tenantry.Installation;
import io.tenantry.Tenantry;
import java.io.PrintWriter;
import java.util.function.Function;
import java.util.function.Supplier;

/** What every command has: where to write, and what it works on. */
record Console(PrintWriter out, PrintWriter err, Supplier<Configuration> configuration) {

    Configuration configured() {
        Configuration read = configuration.get();
        read.warnings().forEach(warning -> err.println("tenantry: " + warning));
        return read;
    }

    /** Opens the data, works on it, and closes it, also when the process is asked to end. Shows progress meanwhile. */
    <T> T withInstallation(String doing, Configuration configuration, Function<Installation, T> work) {
        return withInstallation(() -> doing, configuration, work);
    }

    /** @param doing the same, asked anew each second */
    <T> T withInstallation(Supplier<String> doing, Configuration configuration, Function<Installation, T> work) {
        return Progress.during(err, doing, () -> {
            try (Installation installation = Installation.open(configuration)) {
                return AtExit.closing(installation, () -> work.apply(installation));
            }
        });
    }

    /** The same, on data that is there and up to date. */
    <T> T withTenantry(String doing, Function<Tenantry, T> work) {
        return withData(() -> doing, installation -> work.apply(installation.tenantry()));
    }

    /** The same, for what no use case does. */
    <T> T withData(Supplier<String> doing, Function<Installation, T> work) {
        Configuration configured = configured();
        if (!Installation.isThere(configured)) {
            throw new CommandFailure("there is no data in " + configured.data() + ": `serve` or `migrate` makes it");
        }
        return withInstallation(doing, configured, installation -> work.apply(upToDate(installation)));
    }

    private static Installation upToDate(Installation installation) {
        if (!installation.migrated()) {
            throw new CommandFailure("the database is not up to date: `migrate` brings it there");
        }
        return installation;
    }
}
