package io.tenantry.cli;

import io.tenantry.domain.tenant.ListTenants;
import io.tenantry.domain.tenant.ListTenants.Listed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists all tenants. */
@Command(name = "tenants", description = "Lists the tenants, with domain and owner.")
final class TenantsCommand implements Callable<Integer> {

    private static final int PAGE = 1_000;

    private final Console console;

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    TenantsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Listed> tenants = console.withTenantry(
                "listing", tenantry -> all(tenantry.useCases().tenants().listTenants()));
        if (json) {
            TenantList.writeJson(tenants, console.out());
        } else {
            TenantList.writeTable(tenants, console.out());
        }
        return 0;
    }

    private static List<Listed> all(ListTenants listTenants) {
        List<Listed> all = new ArrayList<>();
        List<Listed> page;
        do {
            long last = all.isEmpty() ? 0 : all.get(all.size() - 1).tenant().number();
            page = listTenants.list(new ListTenants.Query(last, PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }
}
