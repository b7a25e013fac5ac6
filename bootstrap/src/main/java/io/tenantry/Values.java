package io.tenantry;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** What variables and file say, and the faults found while it is read. What is blank counts as not given. */
final class Values {

    private static final String FILE = "tenantry.properties";

    private final Map<String, String> given;
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Values(Map<String, String> given) {
        this.given = given;
    }

    static Values of(Map<String, String> environment, Path workingDirectory) {
        Values values = new Values(new HashMap<>());
        Map<String, String> file = values.readFile(workingDirectory.resolve(FILE));
        values.given.putAll(file);
        values.given.putAll(environment);
        values.given.values().removeIf(String::isBlank);
        values.warnings.addAll(KnownNames.warnings(environment.keySet(), file.keySet()));
        return values;
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(given.get(name)).map(String::strip);
    }

    /** @param wouldDo completes "… would do" */
    <T> T read(String name, T fallback, String wouldDo, Function<String, Optional<T>> parser) {
        return read(name, wouldDo, parser).orElse(fallback);
    }

    <T> Optional<T> read(String name, String wouldDo, Function<String, Optional<T>> parser) {
        Optional<String> text = given(name);
        Optional<T> parsed = text.flatMap(parser);
        if (text.isPresent() && parsed.isEmpty()) {
            refuse(name, wouldDo);
        }
        return parsed;
    }

    /** A list, its members apart by commas. */
    <T> List<T> readAll(String name, String wouldDo, Function<String, Optional<T>> parser) {
        return read(name, wouldDo, text -> Parsers.list(text, parser)).orElse(List.of());
    }

    /** What is given cannot be used. */
    void refuse(String name, String wouldDo) {
        String value = given(name).map(text -> Masking.shown(name, text)).orElse("");
        faults.add(name + "=" + value + " cannot be used: " + wouldDo + " would do");
    }

    void fault(String line) {
        faults.add(line);
    }

    void warn(String line) {
        warnings.add(line);
    }

    Iterable<String> names() {
        return given.keySet().stream().sorted().toList();
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void mustBeFaultless() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    private Map<String, String> readFile(Path file) {
        Properties lines = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                lines.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                faults.add(FILE + " cannot be read: lines of the form NAME=value, in UTF-8, would do");
            }
        }
        Map<String, String> values = new HashMap<>();
        lines.stringPropertyNames().forEach(name -> values.put(name, lines.getProperty(name)));
        return values;
    }
}
