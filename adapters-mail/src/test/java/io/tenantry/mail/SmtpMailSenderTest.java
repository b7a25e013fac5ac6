package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailSender.MailNotSent;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server over a socket. */
class SmtpMailSenderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_verification_mail_arrives_with_all_its_headers() throws Exception {
        Mail mail = MailFixture.of(MailKind.VERIFY_EMAIL, "Ada Lovelace", NOW);

        MimeMessage received = sent(mail, url(""));

        assertThat(received.getFrom()[0]).hasToString("Tenantry <no-reply@localhost>");
        assertThat(received.getHeader("To")).containsExactly(mail.to().email().value());
        assertThat(received.getSubject()).isEqualTo("Verify your e-mail address");
        assertThat(received.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(received.getMessageID()).isEqualTo("<" + mail.id() + "@localhost>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("MIME-Version")).containsExactly("1.0");
    }

    @Test
    void a_mail_says_the_same_in_text_and_in_HTML_with_the_link_on_a_line_of_its_own() throws Exception {
        Mail mail = MailFixture.of(MailKind.RESET_PASSWORD, "Ada Lovelace", NOW);
        String link = "http://localhost:8080/reset?token="
                + mail.token().orElseThrow().value();

        MimeMultipart bodies = (MimeMultipart) sent(mail, url("")).getContent();

        assertThat(bodies.getContentType()).startsWith("multipart/alternative");
        assertThat(bodies.getCount()).isEqualTo(2);
        assertThat(text(bodies, 0, "text/plain; charset=UTF-8").lines()).containsOnlyOnce(link);
        assertThat(text(bodies, 1, "text/html; charset=UTF-8")).contains("href=\"" + link + "\"");
    }

    @Test
    void the_link_can_be_read_in_the_source_of_the_mail_too() throws Exception {
        Mail mail = MailFixture.of(MailKind.VERIFY_EMAIL, "Ada Lovelace", NOW);

        MimeMultipart bodies = (MimeMultipart) sent(mail, url("")).getContent();

        assertThat(bodies.getBodyPart(0).getHeader("Content-Transfer-Encoding")).containsExactly("7bit");
    }

    @Test
    void a_name_in_Unicode_arrives_as_it_is() throws Exception {
        Mail mail = MailFixture.of(MailKind.VERIFY_EMAIL, "Zoë 山田", NOW);

        MimeMultipart bodies = (MimeMultipart) sent(mail, url("")).getContent();

        assertThat(bodies.getBodyPart(0).getHeader("Content-Transfer-Encoding")[0])
                .isNotEqualTo("7bit");
        assertThat(text(bodies, 0, "text/plain; charset=UTF-8"))
                .contains("Hello Zoë 山田,", mail.token().orElseThrow().value());
        assertThat(text(bodies, 1, "text/html; charset=UTF-8"))
                .contains("Hello Zoë 山田,", mail.token().orElseThrow().value());
    }

    @Test
    void R_E6_no_name_adds_a_header_or_a_recipient_or_markup_or_a_second_token() throws Exception {
        String name = "Ada\r\nBcc: eve@example.org\r\n\r\n<script>x</script> https://evil.example/?token=1";
        Mail mail = MailFixture.of(MailKind.VERIFY_EMAIL, name, NOW);

        MimeMessage received = sent(mail, url(""));

        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(received.getAllHeaderLines()))
                .noneMatch(line -> line.contains("eve@") || line.startsWith("Bcc"));
        for (int part = 0; part < 2; part++) {
            BodyPart body = ((MimeMultipart) received.getContent()).getBodyPart(part);
            assertThat((String) body.getContent()).doesNotContain("script", "evil", "eve@", "token=1");
        }
    }

    @Test
    void a_mail_in_German_has_an_encoded_subject_and_names_its_language() throws Exception {
        Mail mail = LetterFixture.mail(MailKind.PASSWORD_CHANGED, Locale.GERMANY, LetterFixture.DETAILS);

        MimeMessage received = sent(mail, url(""));

        assertThat(received.getSubject()).isEqualTo("Ihr Passwort wurde geändert");
        assertThat(received.getHeader("Subject")[0]).isASCII();
        assertThat(received.getContentLanguage()).containsExactly("de");
        assertThat(text((MimeMultipart) received.getContent(), 0, "text/plain; charset=UTF-8"))
                .contains("Guten Tag Ada Lovelace,", "1. März 2026, 13:00 Uhr", "„Passwort vergessen“");
    }

    @Test
    void R16_4_1_no_detail_adds_a_header_or_markup() throws Exception {
        String hostile = "x\r\nBcc: eve@example.org\r\n\r\n<script>x</script>";
        Mail mail = LetterFixture.mail(
                MailKind.PASSKEY_ADDED,
                Locale.ENGLISH,
                Arrays.stream(MailDetail.values()).collect(Collectors.toMap(Function.identity(), detail -> hostile)));

        MimeMessage received = sent(mail, url(""));

        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(received.getAllHeaderLines())).noneMatch(line -> line.contains("eve@"));
        for (int part = 0; part < 2; part++) {
            BodyPart body = ((MimeMultipart) received.getContent()).getBodyPart(part);
            assertThat((String) body.getContent()).doesNotContain("<script", "eve@");
        }
    }

    @Test
    void a_sender_with_a_name_in_Unicode_arrives_as_configured() throws Exception {
        Mail mail = MailFixture.createdAt(NOW);
        MailSettings settings = new MailSettings("Büro <office@example.org>", SettingsFixture.links());

        new SmtpMailSender(url(""), settings).send(mail);

        Message received = server.getReceivedMessages()[0];
        assertThat(received.getFrom()[0]).hasToString("=?UTF-8?Q?B=C3=BCro?= <office@example.org>");
        assertThat(received.getHeader("Message-ID")).containsExactly("<" + mail.id() + "@example.org>");
    }

    @Test
    void a_login_with_odd_characters_is_accepted_and_a_wrong_one_refused_without_showing_it() throws Exception {
        server.setUser("ada@example.org", "ada@example.org", "p:/ +é");
        server.getManagers().getUserManager().setAuthRequired(true);
        Mail mail = MailFixture.createdAt(NOW);

        sent(mail, url("ada%40example.org:p%3A%2F%20+%C3%A9@"));

        assertThatThrownBy(() -> sender(url("ada%40example.org:wrong-secret@")).send(mail))
                .isInstanceOf(MailNotSent.class)
                .hasMessageStartingWith("the SMTP server refused the login")
                .hasNoCause();
    }

    @Test
    void one_sender_sends_many_mails() throws Exception {
        SmtpMailSender sender = sender(url(""));
        List<Mail> mails = List.of(MailFixture.createdAt(NOW), MailFixture.createdAt(NOW), MailFixture.createdAt(NOW));

        for (Mail mail : mails) {
            sender.send(mail);
        }

        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    private MimeMessage sent(Mail mail, String url) throws Exception {
        sender(url).send(mail);
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static SmtpMailSender sender(String url) {
        return new SmtpMailSender(url, SettingsFixture.standard());
    }

    private String url(String login) {
        return "smtp://" + login + "127.0.0.1:" + server.getSmtp().getPort() + "?starttls=optional";
    }

    private static String text(MimeMultipart bodies, int part, String type) throws Exception {
        assertThat(bodies.getBodyPart(part).getContentType()).isEqualTo(type);
        return (String) bodies.getBodyPart(part).getContent();
    }
}
