package io.tenantry.persistence.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.Sql;
import io.tenantry.persistence.credential.ForeignHashFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserImportTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();
    private static final String HASH = ForeignHashFixture.HASHES.get("Django pbkdf2_sha256");

    private final List<RefusedLine> refused = new ArrayList<>();

    @Test
    void a_user_comes_with_all_that_the_line_tells() throws IOException {
        UserImport.Summary summary = imported("""
                {"email":"Whole@import.example","firstName":"Ada","lastName":"Lovelace","emailVerified":true,\
                "hash":"%s","createdAt":"2020-02-03T04:05:06+01:00"}
                """.formatted(HASH));

        User user = stored("whole@import.example").orElseThrow();
        assertThat(summary).isEqualTo(new UserImport.Summary(1, 0, 0));
        assertThat(user.email().value()).isEqualTo("Whole@import.example");
        assertThat(user.name()).isEqualTo(PersonName.of(Optional.of("Ada"), Optional.of("Lovelace")));
        assertThat(user.emailVerified()).isTrue();
        assertThat(user.createdAt()).isEqualTo(Instant.parse("2020-02-03T03:05:06Z"));
        assertThat(user.operator() || user.disabled() || user.verifyBeforeSignIn())
                .isFalse();
    }

    @Test
    void a_user_without_a_password_or_a_name_is_one_too() throws IOException, SQLException {
        imported("{\"email\":\"bare@import.example\",\"hash\":null,\"firstName\":\"\"}\r\n\n"
                + "{\"email\":\"full@import.example\",\"fullName\":\" Grace Brewster Hopper \"}");

        assertThat(stored("bare@import.example").orElseThrow().name()).isEqualTo(PersonName.NONE);
        assertThat(stored("bare@import.example").orElseThrow().emailVerified()).isFalse();
        assertThat(stored("full@import.example").orElseThrow().name())
                .isEqualTo(PersonName.ofFull("Grace Brewster Hopper"));
        assertThat(credentialsOf("bare@import.example")).isEmpty();
    }

    @Test
    void of_two_lines_with_one_address_the_first_counts_also_within_a_batch() throws IOException, SQLException {
        imported("{\"email\":\"twice@import.example\",\"emailVerified\":true,\"hash\":\"" + HASH + "\"}\n"
                + "{\"email\":\"a-other@import.example\"}\n{\"email\":\"twice@IMPORT.example\"}\n");

        assertThat(refused).containsExactly(RefusedLine.skipped(3));
        assertThat(stored("twice@import.example").orElseThrow().emailVerified()).isTrue();
        assertThat(credentialsOf("twice@import.example")).containsExactly(HASH);
    }

    @Test
    void who_is_there_is_skipped_and_keeps_their_password_so_that_an_import_can_be_run_again()
            throws IOException, SQLException {
        String first = "{\"email\":\"again@import.example\",\"hash\":\"" + HASH + "\"}\n";
        imported(first);

        UserImport.Summary summary = imported(
                "{\"email\":\"AGAIN@import.example\"}\n" + first + "{\"email\":\"again-not@import.example\"}\n");

        assertThat(summary).isEqualTo(new UserImport.Summary(1, 2, 0));
        assertThat(refused).containsExactly(RefusedLine.skipped(1), RefusedLine.skipped(2));
        assertThat(credentialsOf("again@import.example")).containsExactly(HASH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | no JSON object",
                "[\"a@b.example\"] | no JSON object",
                "{\"email\":\"a@b.example\"} {} | no JSON object",
                "{\"email\":\"a@b.example\",\"email\":\"c@d.example\"} | no JSON object",
                "{} | email: no e-mail address",
                "{\"email\":7} | email: no text",
                "{\"email\":\"a@b\"} | email: no e-mail address",
                "{\"email\":\"a@b.example,c@d.example\"} | email: no e-mail address",
                "{\"email\":\"a@b.example\",\"firstName\":\"a\\u0000\"} | firstName: illegal_character",
                "{\"email\":\"a@b.example\",\"firstName\":\"a\\ud800\"} | firstName: illegal_character",
                "{\"email\":\"a@b.example\",\"fullName\":\"a\"} | fullName: too_short",
                "{\"email\":\"a@b.example\",\"emailVerified\":\"yes\"} | emailVerified: neither true nor false",
                "{\"email\":\"a@b.example\",\"createdAt\":\"yesterday\"} | createdAt: no time such as 2026-03-01T12:00:00Z",
                "{\"email\":\"a@b.example\",\"createdAt\":\"2999-01-01T00:00:00Z\"} | createdAt: before 1970, or in the future",
                "{\"email\":\"a@b.example\",\"hash\":\"secret\"} | hash: the hash is of no known kind",
                "{\"email\":\"a@b.example\",\"operator\":true} | a member other than email, firstName, lastName, fullName,"
                        + " emailVerified, hash and createdAt"
            })
    void R2_2_1_a_line_that_cannot_be_used_is_refused_with_its_number_and_reason(String line, String reason)
            throws IOException {
        UserImport.Summary summary = imported("\n" + line);

        assertThat(summary).isEqualTo(new UserImport.Summary(0, 0, 1));
        assertThat(refused).containsExactly(RefusedLine.refused(2, reason));
    }

    @Test
    void what_is_no_UTF_8_or_too_long_is_refused_and_the_rest_goes_on() throws IOException {
        byte[] noText = {'{', (byte) 0xC3, '}', '\n'};
        byte[] endless = ("{\"email\":\"" + "a".repeat(20_000_000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        byte[] good = "{\"email\":\"after@import.example\"}".getBytes(StandardCharsets.UTF_8);

        UserImport.Summary summary = importer(true)
                .run(new SequenceInputStream(
                        new SequenceInputStream(new ByteArrayInputStream(noText), new ByteArrayInputStream(endless)),
                        new ByteArrayInputStream(good)));

        assertThat(summary).isEqualTo(new UserImport.Summary(1, 0, 2));
        assertThat(refused).extracting(RefusedLine::reason).containsExactly("no JSON object", "longer than 16 KiB");
    }

    @Test
    void a_check_says_the_same_and_changes_nothing() throws IOException {
        String lines = "{\"email\":\"check@import.example\"}\n{\"email\":\"check@import.example\"}\nx\n";

        UserImport.Summary summary = importer(false).run(stream(lines));

        assertThat(summary).isEqualTo(new UserImport.Summary(1, 1, 1));
        assertThat(stored("check@import.example")).isEmpty();
    }

    @Test
    void what_was_imported_before_the_file_broke_stays() throws IOException {
        String lines = IntStream.range(0, 1_500)
                .mapToObj(n -> "{\"email\":\"broken" + n + "@import.example\"}\n")
                .collect(Collectors.joining());
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        InputStream breaking = new SequenceInputStream(stream(lines), closed);

        assertThatThrownBy(() -> importer(true).run(breaking)).isInstanceOf(IOException.class);

        assertThat(stored("broken999@import.example")).isPresent();
        assertThat(stored("broken1000@import.example")).isEmpty();
    }

    private UserImport.Summary imported(String lines) throws IOException {
        return importer(true).run(stream(lines));
    }

    private UserImport importer(boolean forGood) {
        refused.clear();
        return new UserImport(DATABASE.server(), "tenantry", forGood, refused::add, summary -> {});
    }

    private static InputStream stream(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<User> stored(String email) {
        try (PersistenceForTests persistence = PersistenceForTests.on(DATABASE, 1)) {
            return persistence
                    .ports()
                    .transactions()
                    .outsideTenants(() -> persistence.ports().users().findByEmail(EmailAddress.of(email)));
        }
    }

    private static List<String> credentialsOf(String email) throws SQLException {
        return Sql.query(
                DATABASE.superuser(),
                "select hash from tenantry.credential join tenantry.app_user on id = user_id where email_canonical = '"
                        + email + "'");
    }
}
