package io.tenantry.cli;

import io.tenantry.Installation;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.persistence.portability.UserImport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** All users at once. */
@Command(name = "users", description = "Takes over the users of another program.")
final class UsersCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    UsersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return spec.exitCodeOnInvalidInput();
    }

    /** Who is there already stays as they are, so it may be run again. */
    @Command(
            name = "import",
            description = "Takes over users, with the hashes of their passwords, from a file of one JSON object a line:"
                    + " email, firstName, lastName, fullName, emailVerified, hash, createdAt.")
    static final class Import implements Callable<Integer> {

        private final Console console;
        private volatile UserImport.Summary soFar = new UserImport.Summary(0, 0, 0);

        @Parameters(paramLabel = "FILE", description = "Lines of JSON, in UTF-8.")
        private Path file;

        @Option(names = "--check", description = "Only tells what would become of each line.")
        private boolean check;

        @Option(
                names = "--report",
                paramLabel = "FILE",
                description = "A new file that gets a line of JSON for each one that became no user.")
        private Optional<Path> report = Optional.empty();

        Import(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            try (InputStream lines = opened();
                    ImportReport refused = ImportReport.to(report, console.err())) {
                UserImport.Summary done =
                        console.withData(this::progress, installation -> importInto(installation, lines, refused));
                console.out().println((check ? "would import " : "imported ") + counts(done));
                return done.refused() == 0 ? 0 : 1;
            }
        }

        private InputStream opened() throws IOException {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandFailure(file + " cannot be read");
            }
            return new BufferedInputStream(Files.newInputStream(file));
        }

        private UserImport.Summary importInto(Installation installation, InputStream lines, ImportReport refused) {
            try {
                UserImport.Summary done = installation
                        .userImport(!check, refused::add, summary -> soFar = summary)
                        .run(lines);
                if (!check) {
                    note(installation, done);
                }
                return done;
            } catch (IOException unreadable) {
                throw new CommandFailure(file + " could not be read to its end; run it again: " + counts(soFar));
            }
        }

        private static void note(Installation installation, UserImport.Summary done) {
            installation
                    .tenantry()
                    .useCases()
                    .audit()
                    .recordOperation()
                    .record(
                            AuditAction.USERS_IMPORTED,
                            Optional.empty(),
                            Map.of(
                                    "imported", Long.toString(done.imported()),
                                    "skipped", Long.toString(done.skipped()),
                                    "refused", Long.toString(done.refused())));
        }

        private String progress() {
            return (check ? "checking users: " : "importing users: ") + counts(soFar);
        }

        private static String counts(UserImport.Summary summary) {
            return summary.imported() + ", skipped " + summary.skipped() + ", refused " + summary.refused();
        }
    }
}
