package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Configuration;
import io.tenantry.Installation;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who operates the installation, decided on the command line. */
class OperatorCommandsIT {

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void a_user() {
        try (Installation installation = Installation.open(Configuration.load(settings(), folder))) {
            installation.migrate();
            installation.tenantry().useCases().users().registerUser().register(user("Ada@host.example"));
        }
    }

    @Test
    void a_user_becomes_an_operator_and_a_user_again_and_the_security_log_tells() throws IOException {
        assertThat(run("operator", "add", "ada@HOST.example")).isZero();
        assertThat(run("operator", "add", "ada@host.example")).as("once more").isZero();
        assertThat(run("operator", "remove", "ada@host.example")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "Ada@host.example is an operator, in every session that is opened with a second factor",
                        "Ada@host.example is an operator, in every session that is opened with a second factor",
                        "Ada@host.example is no operator");
        assertThat(events("operator.appointed")).hasSize(1);
        assertThat(events("operator.dismissed"))
                .singleElement()
                .asString()
                .contains("\"actor\":{\"type\":\"system\"")
                .doesNotContain("host.example");
    }

    @Test
    void an_address_that_nobody_has_is_told_in_one_line() {
        assertThat(run("operator", "add", "nobody@host.example")).isEqualTo(1);

        assertThat(err.toString())
                .isEqualTo("tenantry: no user has the address nobody@host.example: they must sign up first"
                        + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    private static List<String> events(String word) throws IOException {
        return Files.readAllLines(folder.resolve("security.log")).stream()
                .filter(line -> line.contains("\"event\":\"" + word + "\""))
                .toList();
    }

    private int run(String... arguments) {
        return new CommandLineInterface(settings(), folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    private static Map<String, String> settings() {
        return Map.of("TENANTRY_BCRYPT_COST", "4", "TENANTRY_SECURITY_LOG", "security.log");
    }

    private static RegisterUser.Command user(String email) {
        return new RegisterUser.Command(
                EmailAddress.of(email), PersonName.NONE, new Password("correct horse battery"), Device.UNKNOWN);
    }
}
