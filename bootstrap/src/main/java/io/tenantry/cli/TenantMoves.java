package io.tenantry.cli;

import io.tenantry.Installation;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.portability.TenantImport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a tenant from one installation to another. */
final class TenantMoves {

    private TenantMoves() {}

    /** All of a tenant in one file. */
    @Command(
            name = "export",
            description = "Writes all of a tenant into one archive: its tables, its members with the hashes of their"
                    + " passwords, its audit. Keep it as you keep the database.")
    static final class Export implements Callable<Integer> {

        private final Console console;
        private volatile String doing = "";

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "SLUG", description = "The tenant's slug, as `tenants` lists it.")
        private String slug;

        @Parameters(index = "1", paramLabel = "FILE", description = "A new file, which its owner alone may read.")
        private Path file;

        @Option(names = "--force", description = "Overwrites the file.")
        private boolean force;

        Export(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Slug tenant = slug(slug, "SLUG", spec);
            NewFile archive = new NewFile(file, force);
            archive.requireFree();
            console.withData(() -> "exporting " + doing, installation -> {
                TenantId exported = archive.write(temporary -> write(installation, tenant, temporary));
                note(installation, AuditAction.TENANT_EXPORTED, exported);
                return exported;
            });
            console.out().println(tenant + " is in " + file);
            return 0;
        }

        private TenantId write(Installation installation, Slug tenant, Path temporary) throws IOException {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                return installation.tenantExport(progress -> doing = progress).write(tenant, out);
            }
        }
    }

    /** Such a file becomes a tenant. */
    @Command(
            name = "import",
            description =
                    "Brings a tenant up from an archive of `tenant export`, whole or not at all. Users whose address is"
                            + " verified here and there are taken for one another. Pending invitations are revoked, and"
                            + " domains of its own confirmed anew. Second factors stay behind: whoever is new here signs in"
                            + " by password alone until they set one up. Whoever made the archive is trusted with the"
                            + " passwords in it.")
    static final class Import implements Callable<Integer> {

        private final Console console;
        private volatile String doing = "";

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The archive.")
        private Path file;

        @Option(names = "--slug", paramLabel = "OTHER", description = "The tenant's slug here, if it is to be another.")
        private Optional<String> slug = Optional.empty();

        @Option(
                names = "--trust-addresses",
                description =
                        "Takes the archive's word for the e-mail addresses that are verified. Without it, users who"
                                + " are new here verify theirs anew.")
        private boolean trustAddresses;

        Import(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Optional<Slug> other = slug.map(given -> slug(given, "--slug", spec));
            TenantImport.Imported done = console.withData(() -> "importing " + doing, installation -> {
                TenantImport.Imported imported = read(installation, other);
                note(installation, AuditAction.TENANT_IMPORTED, imported.tenant());
                return imported;
            });
            console.out()
                    .println(done.slug() + " is here: " + done.rows() + " rows; " + done.newUsers() + " new users, "
                            + done.matchedUsers() + " who were here before");
            return 0;
        }

        private TenantImport.Imported read(Installation installation, Optional<Slug> other) {
            try {
                TenantImport tenantImport = installation.tenantImport(progress -> doing = progress);
                return (trustAddresses ? tenantImport.trustingAddresses() : tenantImport).read(file, other);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file + " cannot be read", unreadable);
            }
        }
    }

    private static Slug slug(String given, String parameter, CommandSpec spec) {
        if (Slug.problemWith(given).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), parameter + ": 2 to 50 of a-z, 0-9 and inner hyphens, and no reserved word");
        }
        return new Slug(given);
    }

    private static void note(Installation installation, AuditAction action, TenantId tenant) {
        installation.tenantry().useCases().audit().recordOperation().record(action, Optional.of(tenant), Map.of());
    }
}
