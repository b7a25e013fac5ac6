package io.tenantry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Tenantry this is. */
public final class Version {

    private static final String CURRENT = read();

    private Version() {}

    /** As in its release, {@code 0.1.0} say. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream file = Version.class.getResourceAsStream("build.properties")) {
            Properties build = new Properties();
            build.load(file);
            return build.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
