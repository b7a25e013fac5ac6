package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantry.domain.session.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityLogFileTest {

    private static final Device DEVICE = new Device(Optional.of("192.0.2.7"), Optional.of("Zoë's \"browser\""));

    @TempDir
    Path folder;

    @Test
    void an_event_is_a_line_of_JSON_with_all_that_is_known() throws IOException {
        try (SecurityLogFile log = SecurityLogFile.open(file())) {
            log.accept(SecurityEvents.signIn(DEVICE));
        }

        JsonNode event = new ObjectMapper().readTree(Files.readString(file()));
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly(
                        "time", "event", "outcome", "actor", "subject", "target", "tenant", "ip", "userAgent", "data");
        assertThat(event.at("/time").textValue()).isEqualTo("2026-03-01T12:00:00.120Z");
        assertThat(event.at("/event").textValue()).isEqualTo("session.sign_in");
        assertThat(event.at("/outcome").textValue()).isEqualTo("success");
        assertThat(event.at("/actor/type").textValue()).isEqualTo("user");
        assertThat(event.at("/actor/id").textValue()).isEqualTo(SecurityEvents.USER.toString());
        assertThat(event.at("/subject").textValue()).isEqualTo(SecurityEvents.USER.toString());
        assertThat(event.at("/tenant").textValue()).isEqualTo(SecurityEvents.TENANT.toString());
        assertThat(event.at("/ip").textValue()).isEqualTo("192.0.2.7");
        assertThat(event.at("/userAgent").textValue()).isEqualTo("Zoë's \"browser\"");
        assertThat(event.at("/data/method").textValue()).isEqualTo("password");
    }

    @Test
    void R16_2_1_what_else_an_event_is_about_stands_with_its_type() throws IOException {
        JsonNode event =
                new ObjectMapper().readTree(SecurityLogFile.line(SecurityEvents.domainRemoved("acme.example")));

        assertThat(event.at("/target/type").textValue()).isEqualTo("domain");
        assertThat(event.at("/target/id").textValue()).isEqualTo("acme.example");
        assertThat(event.at("/subject").isNull()).isTrue();
    }

    @Test
    void what_is_not_known_is_null() throws IOException {
        JsonNode event = new ObjectMapper().readTree(SecurityLogFile.line(SecurityEvents.refused()));

        for (String name : new String[] {"/actor/id", "/subject", "/target", "/tenant", "/ip", "/userAgent"}) {
            assertThat(event.at(name).isNull()).as(name).isTrue();
        }
        assertThat(event.at("/data")).isEmpty();
        assertThat(event.at("/actor/type").textValue()).isEqualTo("anonymous");
    }

    @Test
    void R16_4_1_nothing_that_others_chose_can_end_the_line() throws IOException {
        Device hostile =
                new Device(Optional.of("a\r\n{\"event\":\"forged\"}\u2028\u001b\u0085"), Optional.of("\u202e"));

        String line = new String(SecurityLogFile.line(SecurityEvents.signIn(hostile)), StandardCharsets.UTF_8);

        assertThat(line).isASCII().endsWith("}\n");
        assertThat(line.substring(0, line.length() - 1).chars().filter(c -> c < 32))
                .isEmpty();
    }

    @Test
    void the_file_is_its_owners_alone_and_what_stands_in_it_stays() throws IOException {
        SecurityLogFile.open(file()).close();
        Files.writeString(file(), "{}\n");

        try (SecurityLogFile log = SecurityLogFile.open(file())) {
            log.accept(SecurityEvents.refused());
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).startsWith("{}\n{\"time\"").hasLineCount(2);
    }

    @Test
    void a_file_that_was_moved_away_is_begun_anew() throws IOException {
        Path rotated = folder.resolve("security.log.1");
        try (SecurityLogFile log = SecurityLogFile.open(file())) {
            log.accept(SecurityEvents.refused());
            Files.move(file(), rotated);
            log.accept(SecurityEvents.refused());
            log.accept(SecurityEvents.refused());
        }

        assertThat(Files.readString(rotated)).hasLineCount(1);
        assertThat(Files.readString(file())).hasLineCount(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_another_was_put_in_the_place_of_is_not_written_any_more() throws IOException {
        Path rotated = folder.resolve("security.log.1");
        try (SecurityLogFile log = SecurityLogFile.open(file())) {
            Files.move(file(), rotated);
            Files.createFile(file());
            log.accept(SecurityEvents.refused());
        }

        assertThat(rotated).isEmptyFile();
        assertThat(Files.readString(file())).hasLineCount(1);
    }

    @Test
    void a_file_that_cannot_be_written_stops_the_start_with_one_line() {
        assertThatThrownBy(() -> SecurityLogFile.open(folder.resolve("missing/security.log")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("TENANTRY_SECURITY_LOG=" + folder)
                .hasMessageContaining("NoSuchFileException")
                .hasMessageEndingWith("would do");
        assertThatThrownBy(() -> SecurityLogFile.open(folder)).isInstanceOf(StartFailure.class);
    }

    @Test
    void an_event_that_cannot_be_written_is_complained_of_once_a_minute_and_breaks_nothing() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("logs"));
        try (SecurityLogFile log = SecurityLogFile.open(inside.resolve("security.log"))) {
            Files.delete(inside.resolve("security.log"));
            Files.delete(inside);

            String complaints = SystemErr.during(() -> {
                log.accept(SecurityEvents.refused());
                log.accept(SecurityEvents.refused());
            });

            assertThat(complaints.lines()).singleElement().asString().contains("ERROR", "cannot be written");

            Files.createDirectory(inside);
            log.accept(SecurityEvents.refused());
            assertThat(Files.readString(inside.resolve("security.log"))).hasLineCount(1);
        }
    }

    private Path file() {
        return folder.resolve("security.log");
    }
}
