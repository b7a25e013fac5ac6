package io.tenantry.cli;

import io.tenantry.domain.admin.FoundTenant;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a tenant for somebody: the way in where registration is closed. */
@Command(
        name = "create",
        description =
                "Makes a tenant for somebody, who gets a mail by which they set a password if they have no account.")
final class TenantCreateCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "What the tenant calls itself.")
    private String name;

    @Option(names = "--owner", required = true, paramLabel = "EMAIL", description = "Whose it is.")
    private String owner;

    @Option(names = "--slug", paramLabel = "SLUG", description = "If left out, one is made from the name.")
    private String slug;

    TenantCreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FoundTenant.Command command = new FoundTenant.Command(tenantName(), chosenSlug(), address());
        FoundTenant.Founded founded = console.withTenantry(
                "making " + command.name(),
                tenantry -> found(tenantry.useCases().admin().foundTenant(), command));
        console.out().println(founded.tenant().slug() + " is made, at " + founded.domain());
        if (founded.newcomer()) {
            console.out().println(founded.owner().email() + " gets a mail by which they set a password");
        }
        return 0;
    }

    private static FoundTenant.Founded found(FoundTenant foundTenant, FoundTenant.Command command) {
        try {
            return foundTenant.found(command);
        } catch (SlugTaken taken) {
            throw new CommandFailure("another tenant has the slug: `tenants` lists them");
        }
    }

    private TenantName tenantName() {
        if (TenantName.problemWith(name).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "NAME: 1 to " + TenantName.MAX_LENGTH + " characters, none of them a control character");
        }
        return new TenantName(name);
    }

    private Optional<Slug> chosenSlug() {
        if (slug != null && Slug.problemWith(slug).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--slug: 2 to 50 of a-z, 0-9 and inner hyphens, and no reserved word");
        }
        return Optional.ofNullable(slug).map(Slug::new);
    }

    private EmailAddress address() {
        return EmailAddress.parse(owner)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "--owner: an address such as ada@example.com"));
    }
}
