package io.tenantry.cli;

import io.tenantry.Tenantry;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.tenant.ListTenants;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator does with the tenants' audits. */
@Command(name = "audit", description = "Looks after the tenants' audits.")
final class AuditCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return spec.exitCodeOnInvalidInput();
    }

    /** A chain that does not hold is a failure. */
    @Command(
            name = "verify",
            description = {
                "Finds out whether an event in a tenant's audit was changed or taken out: of one tenant, or of all.",
                "Keep the digests that it shows elsewhere: they tell later whether the end of an audit was cut off."
            })
    static final class Verify implements Callable<Integer> {

        private static final int PAGE = 500;

        private final Console console;

        @Spec
        private CommandSpec spec;

        @Parameters(
                arity = "0..1",
                paramLabel = "SLUG",
                description = "The tenant's slug, as `tenants` lists it; all tenants if left out.")
        private String slug;

        Verify(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            if (slug != null && Slug.problemWith(slug).isPresent()) {
                throw new ParameterException(spec.commandLine(), "SLUG: 2 to 50 of a-z, 0-9 and inner hyphens");
            }
            boolean sound =
                    console.withTenantry("verifying audits", tenantry -> slug == null ? all(tenantry) : one(tenantry));
            return sound ? 0 : 1;
        }

        private boolean one(Tenantry tenantry) {
            try {
                return verify(tenantry, new Slug(slug));
            } catch (NotFound none) {
                throw new CommandFailure("no tenant has the slug " + slug + ": `tenants` lists them");
            }
        }

        private boolean all(Tenantry tenantry) {
            boolean sound = true;
            long after = 0;
            List<Tenant> page = page(tenantry, after);
            while (!page.isEmpty()) {
                for (Tenant tenant : page) {
                    sound &= verify(tenantry, tenant.slug());
                    after = tenant.number();
                }
                page = page(tenantry, after);
            }
            return sound;
        }

        private static List<Tenant> page(Tenantry tenantry, long after) {
            return tenantry.useCases().tenants().listTenants().list(new ListTenants.Query(after, PAGE)).stream()
                    .map(ListTenants.Listed::tenant)
                    .toList();
        }

        private boolean verify(Tenantry tenantry, Slug of) {
            AuditChain chain = tenantry.useCases().audit().verifyAudit().verify(of);
            console.out().println(of + ": " + chain.broken().map(Verify::broken).orElseGet(() -> sound(chain)));
            return chain.broken().isEmpty();
        }

        private static String sound(AuditChain chain) {
            String beside =
                    chain.unchained() == 0 ? "" : ", " + chain.unchained() + " older ones stand beside the chain";
            return chain.events() + " events, none changed or missing" + beside + "; " + chain.head();
        }

        private static String broken(AuditChain.Break at) {
            String event = at.event().map(id -> " (" + id + ")").orElse("");
            return "BROKEN: event " + at.position() + event + " is "
                    + at.reason().name().toLowerCase(Locale.ROOT);
        }
    }
}
