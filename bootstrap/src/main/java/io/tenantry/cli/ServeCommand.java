package io.tenantry.cli;

import io.tenantry.TenantryServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs until the process is asked to end. */
@Command(name = "serve", description = "Runs the server. The default.")
final class ServeCommand implements Callable<Integer> {

    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TenantryServer server = Progress.during(
                console.err(),
                "starting",
                () -> TenantryServer.start(console.configuration().get()));
        return AtExit.closing(server, () -> run(server));
    }

    private int run(TenantryServer server) {
        console.out().print(server.report());
        console.out().flush();
        server.awaitStop();
        return 0;
    }
}
