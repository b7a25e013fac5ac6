package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Configuration;
import io.tenantry.Installation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing keys, rotated on the command line. */
class KeysCommandIT {

    private static final Map<String, String> SETTINGS = Map.of("TENANTRY_SECURITY_LOG", "security.log");

    @TempDir
    static Path folder;

    @BeforeAll
    static void data() {
        try (Installation installation = Installation.open(Configuration.load(SETTINGS, folder))) {
            installation.migrate();
        }
    }

    @Test
    void keys_are_listed_rotated_at_leisure_at_once_and_alone_and_the_security_log_tells() throws Exception {
        List<String> first = run("keys", "list");
        assertThat(first).singleElement().asString().matches("[A-Za-z0-9_-]{22} signs, made .*Z");

        List<String> next = run("keys", "rotate");
        assertThat(next).hasSize(2).element(0).asString().matches("[A-Za-z0-9_-]{22} signs from .*Z on, made .*Z");
        assertThat(next.get(1)).isEqualTo(first.get(0));

        assertThat(run("keys", "rotate")).first().isEqualTo("the next key is published already");

        List<String> now = run("keys", "rotate", "--now");
        assertThat(now).hasSize(3);
        assertThat(now.get(0)).isEqualTo(id(next.get(0)) + " is removed");
        assertThat(now.get(1)).contains(" signs, made ");
        assertThat(now.get(2)).startsWith(id(first.get(0)) + " verifies until its last token is over");

        List<String> alone = run("keys", "rotate", "--now", "--revoke");
        assertThat(alone).hasSize(3).last().asString().contains(" signs, made ");
        assertThat(run("keys", "list")).hasSize(1);

        List<String> log = Files.readAllLines(folder.resolve("security.log"));
        assertThat(log)
                .filteredOn(line -> line.contains("\"signing_key.rotated\""))
                .hasSize(3);
        assertThat(log)
                .filteredOn(line -> line.contains("\"signing_key.retired\""))
                .hasSize(3);
    }

    @Test
    void to_revoke_without_a_key_that_signs_is_refused() {
        StringWriter err = new StringWriter();
        int code = new CommandLineInterface(
                        SETTINGS, folder, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true))
                .run("keys", "rotate", "--revoke");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--revoke needs --now");
    }

    private static String id(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static List<String> run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLineInterface(SETTINGS, folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
        assertThat(code).as(err.toString()).isZero();
        return out.toString().lines().toList();
    }
}
