package io.tenantry.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    @Test
    void every_script_of_the_folders_is_named_and_in_order() throws Exception {
        assertThat(Scripts.control()).extracting(Script::name).isEqualTo(filesOf("control"));
        assertThat(Scripts.tenant()).extracting(Script::name).isEqualTo(filesOf("tenant"));
    }

    @Test
    void versions_count_from_one_upwards() {
        assertThat(Scripts.control())
                .extracting(Script::version)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(Scripts.newestControlVersion()).isEqualTo("012");
        assertThat(Scripts.newestTenantVersion()).isEqualTo(4);
    }

    @Test
    void the_fingerprint_is_the_same_at_every_start() {
        assertThat(Scripts.fingerprint(TenantMigrations.NONE))
                .isEqualTo(Scripts.fingerprint(TenantMigrations.NONE))
                .hasSize(64);
        assertThat(Scripts.tenant().get(0).checksum())
                .hasSize(64)
                .isNotEqualTo(Scripts.serverRole().checksum());
    }

    @Test
    void no_script_breaks_what_a_distributed_engine_needs() {
        for (Script script : Stream.concat(Scripts.control().stream(), Scripts.tenant().stream())
                .toList()) {
            assertThat(script.sql().toLowerCase(Locale.ROOT))
                    .as(script.name())
                    .doesNotContain("create trigger", "inherits", "merge into", "now()", "random()");
        }
    }

    @Test
    void a_script_that_is_missing_or_bears_no_version_is_a_fault() {
        assertThatThrownBy(() -> Script.load("control/V999__missing.sql")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Scripts.serverRole().version()).isInstanceOf(IllegalStateException.class);
    }

    private static List<String> filesOf(String folder) throws IOException, URISyntaxException {
        Path path = Path.of(Scripts.class.getResource("/db/" + folder).toURI());
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
