package io.tenantry.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** No command: the server. */
@Command(
        name = "tenantry",
        description = "Multi-tenant accounts. Without a command, the server. Configured by environment variables and"
                + " tenantry.properties.",
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all went well", "1:something failed", "2:the command line is wrong"})
final class TenantryCommand implements Callable<Integer> {

    private final Console console;

    TenantryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return new ServeCommand(console).call();
    }
}
