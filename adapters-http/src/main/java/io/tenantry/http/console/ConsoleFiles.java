package io.tenantry.http.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the built console. Each is read when it is first asked for, then kept. Thread-safe. */
final class ConsoleFiles {

    /** With such a name nobody gets out of the folder, nor at a compressed twin. */
    private static final Pattern NAME = Pattern.compile("(assets/)?[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.(html|js|css|svg)");

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private final String folder;
    private final Map<String, ConsoleFile> known = new ConcurrentHashMap<>();

    ConsoleFiles(String folder) {
        this.folder = folder;
    }

    Optional<ConsoleFile> find(String name) {
        ConsoleFile file = known.get(name);
        if (file == null && NAME.matcher(name).matches()) {
            file = read(name).orElse(null);
        }
        return Optional.ofNullable(file);
    }

    private Optional<ConsoleFile> read(String name) {
        Optional<ConsoleFile> file = bytes(name)
                .map(plain -> new ConsoleFile(typeOf(name), plain, bytes(name + ".gz"), bytes(name + ".br")));
        file.ifPresent(found -> known.put(name, found));
        return file;
    }

    private static String typeOf(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1)) + "; charset=utf-8";
    }

    private Optional<byte[]> bytes(String name) {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream(folder + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
