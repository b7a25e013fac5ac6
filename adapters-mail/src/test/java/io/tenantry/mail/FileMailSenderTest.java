package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailSender.MailNotSent;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMailSenderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");

    @TempDir
    private Path temporary;

    private final Mail mail = MailFixture.of(MailKind.VERIFY_EMAIL, "Zoë Müller", NOW);

    @Test
    void a_mail_is_named_after_the_time_in_13_digits_and_its_id() throws Exception {
        assertThat(sent(mail).getFileName()).hasToString("1772366400123-" + mail.id() + ".eml");
    }

    @Test
    void the_time_has_13_digits_at_any_time() throws Exception {
        sender(Instant.ofEpochMilli(5)).send(mail);

        assertThat(folder().resolve("0000000000005-" + mail.id() + ".eml")).isRegularFile();
    }

    @Test
    void nothing_else_is_left_in_the_folder() throws Exception {
        sent(mail);

        assertThat(folder()).isDirectoryNotContaining(file -> !file.toString().endsWith(".eml"));
    }

    @Test
    void folder_and_file_are_their_owners_alone() throws Exception {
        Path file = sent(mail);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void the_link_can_be_read_in_the_file_as_it_is_even_beside_a_name_in_Unicode() throws Exception {
        String file = Files.readString(sent(mail));

        assertThat(file.lines())
                .contains("http://localhost:8080/verify?token="
                        + mail.token().orElseThrow().value())
                .contains("Hello Zoë Müller,");
    }

    @Test
    void the_recipient_stands_in_the_file_as_the_bare_address() throws Exception {
        assertThat(Files.readString(sent(mail)).lines())
                .contains("To: " + mail.to().email().value());
    }

    @Test
    void the_file_is_a_mail() throws Exception {
        try (InputStream file = Files.newInputStream(sent(mail))) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), file);

            assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
            assertThat(message.getContentType()).startsWith("multipart/alternative");
            assertThat(message.getMessageID()).isEqualTo("<" + mail.id() + "@localhost>");
        }
    }

    @Test
    void R16_2_5_the_log_has_one_line_a_mail_with_neither_token_nor_address() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            sent(mail);
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("INFO", "VERIFY_EMAIL", mail.id().toString(), ".eml")
                .doesNotContain(
                        mail.token().orElseThrow().value().substring(0, 12),
                        mail.to().email().value(),
                        "Zoë");
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_mail_not_sent_and_the_reason_keeps_the_secrets() throws Exception {
        Files.createDirectories(folder().getParent());
        Files.createFile(folder());

        assertThatThrownBy(() -> sender(NOW).send(mail))
                .isInstanceOf(MailNotSent.class)
                .hasMessage("no file could be written: FileAlreadyExistsException");
    }

    @Test
    void a_mail_that_could_not_be_put_in_its_place_leaves_nothing_behind() throws Exception {
        Path inTheWay = folder().resolve("1772366400123-" + mail.id() + ".eml").resolve("x");
        Files.createDirectories(inTheWay);

        assertThatThrownBy(() -> sender(NOW).send(mail)).isInstanceOf(MailNotSent.class);

        assertThat(folder()).isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
    }

    @Test
    void without_a_clock_of_its_own_a_sender_names_files_by_the_systems() throws Exception {
        long before = System.currentTimeMillis();

        new FileMailSender(folder(), SettingsFixture.standard()).send(mail);

        try (var files = Files.list(folder())) {
            String name = files.findFirst().orElseThrow().getFileName().toString();
            assertThat(Long.parseLong(name.substring(0, 13))).isBetween(before, System.currentTimeMillis());
        }
    }

    private Path sent(Mail sent) throws Exception {
        sender(NOW).send(sent);
        return folder().resolve(NOW.toEpochMilli() + "-" + sent.id() + ".eml");
    }

    private FileMailSender sender(Instant now) {
        return new FileMailSender(folder(), SettingsFixture.standard(), () -> now);
    }

    private Path folder() {
        return temporary.resolve("data").resolve("mail");
    }
}
