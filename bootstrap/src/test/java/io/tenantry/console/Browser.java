package io.tenantry.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** The browser of the console's tests: Debian's package {@code chromium}, or the program that {@code CHROMIUM} names. */
public final class Browser {

    private Browser() {}

    /** Whether there is one, and a console in the jar to show. */
    public static boolean canShowTheConsole() {
        return Files.isExecutable(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                && isConsoleBuilt();
    }

    private static boolean isConsoleBuilt() {
        try (JarFile jar = new JarFile(System.getProperty("tenantry.jar"))) {
            return jar.getEntry("console/index.html") != null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
