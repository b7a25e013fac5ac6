package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Configuration;
import io.tenantry.Installation;
import io.tenantry.Tenantry;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.user.EmailAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The users of another program, from a file. */
class UsersImportIT {

    /** Made by Django 5.2, argon2-cffi 25.1 and Python's bcrypt 5.0 of {@link #PASSWORD}. */
    private static final Map<String, String> HASHES = Map.of(
            "bcrypt@import.example", "$2b$04$2mdJ.wjQpwvSSitfFAOcRebxmlSk7vwwGyGS66C9gsUAlbiNO4XAC",
            "sha256@import.example",
                    "pbkdf2_sha256$1000$SaltOfDjango22chars$khRO49ewWyqdZNffxRO5BuL+lIIeDWvNWYkIjP18/RE=",
            "sha1@import.example", "pbkdf2_sha1$1000$SaltOfDjango22chars$Qvfo3XslnADLQTPOpHxxKnOe4bU=",
            "bcryptsha@import.example", "bcrypt_sha256$$2b$04$nfhnU2gTZUUgnYm.MRCgIOMAnutsd3CsCSJX/FbJu.l2E08Ha6n/q",
            "argon2@import.example",
                    "$argon2id$v=19$m=65536,t=3,p=4$E/bUXpHhS7BsLlqlfVNidg"
                            + "$pnNSlnw32hGTD+Clz7iQS3aZkqKDnImku93qUeYUGng");

    private static final Password PASSWORD = new Password("correct horse battery é");

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void data() {
        try (Installation installation = Installation.open(Configuration.load(settings(), folder))) {
            installation.migrate();
        }
    }

    @Test
    void who_is_imported_signs_in_with_the_old_password_twice() throws IOException {
        Path users = write(
                "users.ndjson",
                HASHES.entrySet().stream()
                        .map(user -> line(user.getKey(), user.getValue()))
                        .toList());

        assertThat(run("users", "import", users.toString())).as("%s", err).isZero();
        assertThat(out.toString().strip()).isEqualTo("imported 5, skipped 0, refused 0");
        assertThat(Files.readAllLines(folder.resolve("security.log")))
                .filteredOn(line -> line.contains("users.imported"))
                .anyMatch(line -> line.contains("\"imported\":\"5\""))
                .noneMatch(line -> line.contains("import.example"));

        try (Installation installation = Installation.open(Configuration.load(settings(), folder))) {
            Tenantry tenantry = installation.tenantry();
            for (String email : HASHES.keySet()) {
                signIn(tenantry, email);
                signIn(tenantry, email);
            }
        }
    }

    @Test
    void what_is_refused_is_reported_by_its_number_and_never_with_its_hash() throws IOException {
        Path users = write(
                "faulty.ndjson",
                List.of(line("kept@import.example", "$2b$31$" + "a".repeat(53)), line("ok@import.example", "")));
        Path report = folder.resolve("report.ndjson");

        assertThat(run("users", "import", users.toString(), "--check")).isEqualTo(1);
        assertThat(run("users", "import", users.toString(), "--report", report.toString()))
                .isEqualTo(1);
        assertThat(run("users", "import", users.toString(), "--report", report.toString()))
                .isEqualTo(1);

        assertThat(out.toString().lines())
                .containsExactly("would import 1, skipped 0, refused 1", "imported 1, skipped 0, refused 1");
        assertThat(report)
                .content()
                .isEqualTo(
                        "{\"line\":1,\"outcome\":\"refused\",\"reason\":\"hash: the cost of the bcrypt hash is not 4 to"
                                + " 14\"}\n");
        assertThat(err.toString())
                .contains("line 1: hash: the cost of the bcrypt hash is not 4 to 14", "is there already")
                .doesNotContain("$2b$31", "kept@");
    }

    @Test
    void a_hundred_thousand_users_are_imported_in_seconds() throws IOException {
        Path users = write(
                "many.ndjson",
                IntStream.range(0, 100_000)
                        .mapToObj(n -> line("many" + n + "@import.example", HASHES.get("argon2@import.example")))
                        .collect(Collectors.toList()));
        long start = System.nanoTime();

        assertThat(run("users", "import", users.toString())).as("%s", err).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        assertThat(out.toString()).contains("imported 100000");
    }

    @Test
    void a_file_that_is_not_there_is_told_in_one_line() {
        assertThat(run("users", "import", "absent.ndjson")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("tenantry: absent.ndjson cannot be read");
    }

    private static void signIn(Tenantry tenantry, String email) {
        assertThat(tenantry.useCases()
                        .sessions()
                        .signIn()
                        .signIn(new SignIn.Command(
                                EmailAddress.of(email),
                                PASSWORD,
                                Optional.empty(),
                                Optional.empty(),
                                SessionKind.ROTATING,
                                false,
                                Device.UNKNOWN)))
                .as(email)
                .isNotNull();
    }

    private static String line(String email, String hash) {
        return "{\"email\":\"" + email + "\",\"emailVerified\":true,\"hash\":\"" + hash + "\"}";
    }

    private static Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private int run(String... arguments) {
        return new CommandLineInterface(settings(), folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    private static Map<String, String> settings() {
        return Map.of("TENANTRY_BCRYPT_COST", "4", "TENANTRY_SECURITY_LOG", "security.log");
    }
}
