package io.tenantry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleTest {

    private static final Pattern SYSTEM_TIME =
            Pattern.compile("Instant\\.now|currentTimeMillis|nanoTime|Clock\\.system");

    @Test
    void the_module_needs_java_base_alone() throws IOException {
        try (InputStream compiled = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
            assertThat(ModuleDescriptor.read(compiled).requires())
                    .extracting(ModuleDescriptor.Requires::name)
                    .containsExactly("java.base");
        }
    }

    @Test
    void sources_import_the_domain_and_java_base_alone() throws IOException {
        List<String> imports = texts().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("import "))
                .map(line -> line.replaceAll("^import (static )?", ""))
                .toList();

        assertThat(imports)
                .hasSizeGreaterThan(100)
                .allMatch(name -> name.matches("(java|javax\\.crypto|io\\.tenantry\\.domain)\\..*"));
    }

    @Test
    void no_source_asks_the_system_for_the_time() throws IOException {
        assertThat(texts()).noneMatch(text -> SYSTEM_TIME.matcher(text).find());
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
