package io.tenantry.cli;

import io.tenantry.Configuration;
import io.tenantry.ConfigurationException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** Runs one command. */
public final class CommandLineInterface {

    private final CommandLine commandLine;
    private final PrintWriter err;

    /**
     * @param environment the process's variables
     * @param workingDirectory where {@code tenantry.properties} may be
     */
    public CommandLineInterface(
            Map<String, String> environment, Path workingDirectory, PrintWriter out, PrintWriter err) {
        Console console = new Console(out, err, () -> Configuration.load(environment, workingDirectory));
        this.err = err;
        this.commandLine = new CommandLine(new TenantryCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new MigrateCommand(console))
                .addSubcommand(new TenantsCommand(console))
                .addSubcommand(tenant(console))
                .addSubcommand(operator(console))
                .addSubcommand(users(console))
                .addSubcommand(audit(console))
                .addSubcommand(keys(console))
                .addSubcommand(secret(console))
                .addSubcommand(new BackupCommand(console))
                .addSubcommand(new RestoreCommand(console))
                .addSubcommand(new VersionCommand(console))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(this::failed);
    }

    /** @return 0 when all went well, 1 when something failed, and 2 when the command line is wrong */
    public int run(String... arguments) {
        return commandLine.execute(arguments);
    }

    private static CommandLine tenant(Console console) {
        return new CommandLine(new TenantCommand(console))
                .addSubcommand(new TenantCreateCommand(console))
                .addSubcommand(new TenantCommand.Suspend(console))
                .addSubcommand(new TenantCommand.Activate(console))
                .addSubcommand(new TenantMoves.Export(console))
                .addSubcommand(new TenantMoves.Import(console));
    }

    private static CommandLine audit(Console console) {
        return new CommandLine(new AuditCommand(console)).addSubcommand(new AuditCommand.Verify(console));
    }

    private static CommandLine operator(Console console) {
        return new CommandLine(new OperatorCommand(console))
                .addSubcommand(new OperatorCommand.Add(console))
                .addSubcommand(new OperatorCommand.Remove(console));
    }

    private static CommandLine keys(Console console) {
        return new CommandLine(new KeysCommand(console))
                .addSubcommand(new KeysCommand.Listing(console))
                .addSubcommand(new KeysCommand.Rotate(console));
    }

    private static CommandLine secret(Console console) {
        return new CommandLine(new SecretCommand(console)).addSubcommand(new SecretCommand.Rotate(console));
    }

    private static CommandLine users(Console console) {
        return new CommandLine(new UsersCommand(console)).addSubcommand(new UsersCommand.Import(console));
    }

    /** One line says it; every fault of a configuration has its own. */
    private int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof ConfigurationException configuration) {
            configuration.faults().forEach(err::println);
        } else {
            err.println("tenantry: " + FailureLine.of(failure));
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
