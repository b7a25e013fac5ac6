package io.tenantry.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;

/**
 * PostgreSQL's programs, unpacked once into the data folder: there they stay for as long as a cluster may run on them, which
 * in a folder for temporary files they might not.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 * @param major the version whose clusters they run, 18 say
 */
record PostgresBinaries(Path home, String major) {

    private static final String FOLDER = "binaries";
    private static final Path ALPINE = Path.of("/etc/alpine-release");

    /** Unpacks them if they are not there. Called while no other process does. */
    static PostgresBinaries in(DataFolder folder) {
        String version = version();
        Path home = folder.path().resolve(FOLDER).resolve("postgres-" + version + "-" + platform());
        if (!Files.isDirectory(home)) {
            unpack(folder, home);
        }
        return new PostgresBinaries(home, version.replaceFirst("\\..*", ""));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    static boolean isWindows() {
        return osName().startsWith("windows");
    }

    private static void unpack(DataFolder folder, Path home) {
        Path half = home.resolveSibling(home.getFileName() + ".new");
        try (InputStream archive = archive()) {
            folder.openFolder(FOLDER);
            DataFolder.delete(half);
            TarArchive.unpack(archive, half);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new DatabaseFailure("PostgreSQL cannot be unpacked into " + home, unwritable);
        }
    }

    private static InputStream archive() throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(resolverOs(), System.getProperty("os.arch"));
        } catch (IllegalStateException none) {
            throw new DatabaseFailure(
                    "this build has no PostgreSQL for " + platform()
                            + ": set DATABASE_URL, or build it on this platform",
                    none);
        }
    }

    private static String resolverOs() {
        if (isWindows()) {
            return "Windows";
        }
        return osName().startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String platform() {
        String libc = Files.exists(ALPINE) ? "-alpine" : "";
        return (resolverOs() + "-" + System.getProperty("os.arch") + libc).toLowerCase(Locale.ROOT);
    }

    private static String osName() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private static String version() {
        try (InputStream file = PostgresBinaries.class.getResourceAsStream("/io/tenantry/build.properties")) {
            Properties build = new Properties();
            build.load(file);
            return build.getProperty("postgres");
        } catch (IOException unreadable) {
            throw new DatabaseFailure("this build is damaged: it does not know its PostgreSQL", unreadable);
        }
    }
}
