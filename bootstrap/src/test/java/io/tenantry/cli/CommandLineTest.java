package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Version;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void version_tells_the_version() {
        assertThat(run(Map.of(), "version")).isZero();
        assertThat(out.toString()).startsWith("tenantry " + Version.current()).hasLineCount(1);
    }

    @Test
    void help_lists_every_command() {
        assertThat(run(Map.of(), "help")).isZero();
        assertThat(out.toString()).contains("serve", "migrate", "tenants", "tenant ", "operator ", "version", "help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xyz",
                "--bogus",
                "tenants --xml",
                "tenant",
                "tenant suspend",
                "tenant suspend A!",
                "operator",
                "operator add",
                "operator add nobody",
                "operator remove a@b@c",
                "migrate now",
                "users",
                "users import",
                "tenant export acme",
                "tenant export A! acme.zip",
                "tenant import acme.zip --slug www",
                "backup",
                "restore"
            })
    void a_wrong_command_line_exits_with_2(String line) {
        assertThat(run(Map.of(), line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: tenantry").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "migrate", "tenants", "tenant suspend acme", "operator add ada@acme.example", ""})
    void a_wrong_configuration_exits_with_1_and_a_line_a_fault(String line) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");

        assertThat(run(Map.of("PORT", "x", "TENANTRY_BCRYPT_COST", "99"), arguments))
                .isEqualTo(1);
        assertThat(err.toString()).hasLineCount(2).contains("PORT=x", "TENANTRY_BCRYPT_COST=99");
    }

    @Test
    void a_command_on_no_data_says_so_and_makes_none() {
        assertThat(run(Map.of(), "tenants")).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("there is no data");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_database_that_does_not_answer_is_told_in_one_line_without_its_password() {
        Map<String, String> environment = Map.of(
                "DATABASE_URL", "postgres://app:pa55word@127.0.0.1:1/accounts",
                "TENANTRY_SECRET", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

        assertThat(run(environment, "migrate")).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).doesNotContain("pa55word", "\tat ");
    }

    @Test
    void what_is_worth_a_thought_is_warned_of() {
        run(Map.of("TENANTRY_LINK_INVITED", "abc"), "tenants");

        assertThat(err.toString())
                .contains("TENANTRY_LINK_INVITED is not known and has no effect")
                .doesNotContain("abc");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new CommandLineInterface(environment, folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }
}
