package io.tenantry;

import io.tenantry.cli.CommandLineInterface;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Where {@code java -jar tenantry.jar} begins. */
public final class Main {

    private Main() {}

    /** Exits with 0 when all went well, 1 when something failed, and 2 when the command line is wrong. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        CommandLineInterface cli =
                new CommandLineInterface(System.getenv(), Path.of("").toAbsolutePath(), out, err);
        System.exit(cli.run(arguments));
    }
}
