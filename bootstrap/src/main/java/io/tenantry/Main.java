package io.tenantry;

import io.tenantry.cli.CommandLineInterface;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.TimeZone;

/** Where {@code java -jar tenantry.jar} begins. */
public final class Main {

    private Main() {}

    /** Exits with 0 when all went well, 1 when something failed, and 2 when the command line is wrong. */
    public static void main(String[] arguments) {
        // Pictures are decoded; nothing is ever shown.
        System.setProperty("java.awt.headless", "true");
        logInUtcAndOneLineAnEvent();
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        CommandLineInterface cli =
                new CommandLineInterface(System.getenv(), Path.of("").toAbsolutePath(), out, err);
        System.exit(cli.run(arguments));
    }

    /** What the JDK's own loggers say (the driver and the core use them) looks like what slf4j-simple writes. */
    private static void logInUtcAndOneLineAnEvent() {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tLZ %4$s %3$s - %5$s%n");
    }
}
