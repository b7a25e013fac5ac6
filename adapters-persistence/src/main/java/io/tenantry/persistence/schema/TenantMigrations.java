package io.tenantry.persistence.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The host's own SQL files, run in every tenant's schema: at its registration, and in those that are there by {@code migrate}. Named
 * as Flyway names them: {@code V1__a.sql}, {@code V1.2__b.sql}, {@code V2_1__c.sql} are run once, in the order of their versions;
 * {@code R__views.sql} after them, again whenever it changes. In UTF-8, 1 MiB each at the most and 32 MiB together. {@code
 * ${schema}} stands for the tenant's schema, {@code ${control}} for that of the control plane.
 *
 * <p>Read when it is made, and immutable.
 */
public final class TenantMigrations {

    public static final TenantMigrations NONE = new TenantMigrations(List.of(), List.of());

    private static final String CLASS_PATH = "classpath:";

    private final List<HostScript> versioned;
    private final List<HostScript> repeatable;

    private TenantMigrations(List<HostScript> versioned, List<HostScript> repeatable) {
        this.versioned = versioned;
        this.repeatable = repeatable;
    }

    /**
     * The files of a folder; those of its subfolders are not among them.
     *
     * @throws IllegalArgumentException with one line that names the file, if there is no such folder, or a file in it could not be
     *     run: for its name, its size, its encoding, or because two have one version
     */
    public static TenantMigrations in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder");
        }
        try {
            return of(ScriptFolder.at(folder));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(folder + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * The same of a folder, or with {@code classpath:} before it of one on the class path, which may stand in several jars.
     *
     * @param loader finds it there
     * @param folder finds what is a path
     */
    public static TenantMigrations at(String location, ClassLoader loader, Path folder) {
        if (!location.startsWith(CLASS_PATH)) {
            return in(folder.resolve(location));
        }
        String resource = location.substring(CLASS_PATH.length()).replaceAll("^/+|/+$", "");
        try {
            return of(ScriptFolder.onClassPath(resource, loader));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(location + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    static TenantMigrations of(List<HostScript> scripts) {
        requireNoneTwice(scripts);
        return new TenantMigrations(
                scripts.stream()
                        .filter(script -> script.version().isPresent())
                        .sorted(Comparator.comparing(script -> script.version().orElseThrow()))
                        .toList(),
                scripts.stream()
                        .filter(script -> script.version().isEmpty())
                        .sorted(Comparator.comparing(HostScript::name))
                        .toList());
    }

    /** In the order of their versions. */
    List<HostScript> versioned() {
        return versioned;
    }

    List<HostScript> repeatable() {
        return repeatable;
    }

    boolean isEmpty() {
        return versioned.isEmpty() && repeatable.isEmpty();
    }

    /** Of all of it, in one line each. */
    String fingerprint() {
        return Stream.concat(versioned.stream(), repeatable.stream())
                .map(script -> script.name() + " " + script.checksum())
                .collect(Collectors.joining("\n"));
    }

    private static void requireNoneTwice(List<HostScript> scripts) {
        Map<String, HostScript> seen = new HashMap<>();
        for (HostScript script : scripts) {
            String key = script.version().map(HostVersion::toString).orElse(script.name());
            Optional.ofNullable(seen.put(key, script)).ifPresent(first -> {
                throw new IllegalArgumentException(
                        "there are two of one version: " + first.name() + " and " + script.name());
            });
        }
    }
}
