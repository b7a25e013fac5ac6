package io.tenantry.persistence.schema;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The SQL files of a folder, those of its subfolders not among them; all else in it is passed over. */
final class ScriptFolder {

    /** Of one file. */
    private static final int MOST_BYTES = 1 << 20;

    /** Of all. */
    private static final long MOST_BYTES_TOGETHER = 32L << 20;

    private final List<HostScript> scripts = new ArrayList<>();
    private long bytes;

    private ScriptFolder() {}

    /** @throws IOException if it cannot be read */
    static List<HostScript> at(Path folder) throws IOException {
        ScriptFolder found = new ScriptFolder();
        found.readFolder(folder);
        return found.scripts;
    }

    /**
     * @param folder such as {@code db/tenants}; in several jars, of all
     * @throws IOException if there is none, or it cannot be read
     */
    static List<HostScript> onClassPath(String folder, ClassLoader loader) throws IOException {
        ScriptFolder found = new ScriptFolder();
        List<URL> places = Collections.list(loader.getResources(folder));
        if (places.isEmpty()) {
            throw new IOException("there is no such folder on the class path");
        }
        for (URL place : places) {
            found.read(place);
        }
        return found.scripts;
    }

    private void read(URL place) throws IOException {
        if (place.getProtocol().equals("file")) {
            readFolder(path(place));
            return;
        }
        URLConnection connection = place.openConnection();
        if (!(connection instanceof JarURLConnection jar)) {
            throw new IOException("what is at " + place.getProtocol() + ": is neither a folder nor a jar");
        }
        // A jar that others share must not be closed here.
        jar.setUseCaches(false);
        try (JarFile file = jar.getJarFile()) {
            readJar(file, jar.getEntryName());
        }
    }

    private void readJar(JarFile jar, String entry) throws IOException {
        String folder = entry.endsWith("/") ? entry : entry + "/";
        for (JarEntry each : Collections.list(jar.entries())) {
            String name = each.getName();
            if (name.startsWith(folder) && name.indexOf('/', folder.length()) < 0) {
                add(name.substring(folder.length()), () -> jar.getInputStream(each));
            }
        }
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(file.getFileName().toString(), () -> Files.newInputStream(file));
            }
        }
    }

    private void add(String name, Source source) throws IOException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".sql")) {
            try (InputStream content = source.open()) {
                scripts.add(HostScript.of(name, bounded(name, content)));
            }
        }
    }

    private byte[] bounded(String name, InputStream content) throws IOException {
        byte[] read = content.readNBytes(MOST_BYTES + 1);
        bytes += read.length;
        if (read.length > MOST_BYTES) {
            throw new IllegalArgumentException(name + " is larger than 1 MiB");
        }
        if (bytes > MOST_BYTES_TOGETHER) {
            throw new IllegalArgumentException("the files up to " + name + " are larger than 32 MiB together");
        }
        return read;
    }

    private static Path path(URL place) throws IOException {
        try {
            URI uri = place.toURI();
            return Path.of(uri);
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            throw new IOException(unreadable);
        }
    }

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }
}
