package io.tenantry.cli;

import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator does to one tenant. */
@Command(name = "tenant", description = "Changes one tenant.")
final class TenantCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    TenantCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return spec.exitCodeOnInvalidInput();
    }

    /** Nobody gets in any more; tokens already out stop within a second. */
    @Command(name = "suspend", description = "Closes a tenant: its tokens stop within a second.")
    static final class Suspend extends Change {

        Suspend(Console console) {
            super(console, TenantStatus.SUSPENDED);
        }
    }

    /** As before. */
    @Command(name = "activate", description = "Opens a tenant again.")
    static final class Activate extends Change {

        Activate(Console console) {
            super(console, TenantStatus.ACTIVE);
        }
    }

    /** A change of status. */
    abstract static class Change implements Callable<Integer> {

        private final Console console;
        private final TenantStatus status;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "SLUG", description = "The tenant's slug, as `tenants` lists it.")
        private String slug;

        Change(Console console, TenantStatus status) {
            this.console = console;
            this.status = status;
        }

        @Override
        public Integer call() {
            if (Slug.problemWith(slug).isPresent()) {
                throw new ParameterException(spec.commandLine(), "SLUG: 2 to 50 of a-z, 0-9 and inner hyphens");
            }
            Tenant changed = console.withTenantry(
                    "changing " + slug,
                    tenantry -> change(tenantry.useCases().tenants().changeTenantStatus()));
            console.out()
                    .println(changed.slug() + " is " + changed.status().name().toLowerCase(Locale.ROOT));
            return 0;
        }

        private Tenant change(ChangeTenantStatus changeTenantStatus) {
            try {
                return changeTenantStatus.change(new ChangeTenantStatus.Command(new Slug(slug), status));
            } catch (NotFound none) {
                throw new CommandFailure("no tenant has the slug " + slug + ": `tenants` lists them");
            }
        }
    }
}
