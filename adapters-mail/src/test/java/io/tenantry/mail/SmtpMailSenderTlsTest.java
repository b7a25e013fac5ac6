package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailSender.MailNotSent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How connections to the SMTP server are kept private. */
class SmtpMailSenderTlsTest {

    private static final Map<String, String> OFFERS_STARTTLS =
            Map.of("EHLO", "250-scripted\r\n250-AUTH PLAIN\r\n250 STARTTLS");

    @TempDir
    private Path folder;

    private final Mail mail = MailFixture.aMail();

    @Test
    void smtps_speaks_TLS_from_the_first_byte() throws Exception {
        TlsFixture tls = TlsFixture.of(folder, "ip:127.0.0.1");
        try (ScriptedSmtpServer server = overTls(tls)) {
            sender("smtps://127.0.0.1:" + server.port(), tls.client()).send(mail);

            assertThat(server.heard()).contains("RCPT TO:<" + mail.to().email().value() + ">");
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused_though_it_is_trusted() throws Exception {
        TlsFixture tls = TlsFixture.of(folder, "dns:mail.example.org");
        try (ScriptedSmtpServer server = overTls(tls)) {
            assertNotSent(sender("smtps://127.0.0.1:" + server.port(), tls.client()));
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_by_the_JDKs_own_trust() throws Exception {
        TlsFixture tls = TlsFixture.of(folder, "ip:127.0.0.1");
        try (ScriptedSmtpServer server = overTls(tls)) {
            assertNotSent(new SmtpMailSender("smtps://127.0.0.1:" + server.port(), SettingsFixture.standard()));
        }
    }

    @Test
    void STARTTLS_is_used_before_the_login_where_it_is_offered() throws Exception {
        TlsFixture tls = TlsFixture.of(folder, "ip:127.0.0.1");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(plainSocket(), tls.server(), OFFERS_STARTTLS)) {
            sender("smtp://ada:secret@127.0.0.1:" + server.port(), tls.client()).send(mail);

            assertThat(server.heard().get(1)).isEqualTo("STARTTLS");
            assertThat(server.heard()).anyMatch(line -> line.startsWith("AUTH PLAIN"));
        }
    }

    @Test
    void STARTTLS_with_a_certificate_for_another_host_is_refused_and_no_password_sent() throws Exception {
        TlsFixture tls = TlsFixture.of(folder, "dns:mail.example.org");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(plainSocket(), tls.server(), OFFERS_STARTTLS)) {
            assertNotSent(sender("smtp://ada:secret@127.0.0.1:" + server.port(), tls.client()));

            assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void where_STARTTLS_is_required_and_not_offered_nothing_is_sent() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.answering(Map.of())) {
            String url = "smtp://ada:secret@127.0.0.1:" + server.port() + "?starttls=required";

            assertThatThrownBy(() -> new SmtpMailSender(url, SettingsFixture.standard()).send(mail))
                    .isInstanceOf(MailNotSent.class);

            assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void STARTTLS_is_not_used_where_it_is_switched_off() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.answering(OFFERS_STARTTLS)) {
            String url = "smtp://127.0.0.1:" + server.port() + "?starttls=off";

            new SmtpMailSender(url, SettingsFixture.standard()).send(mail);

            assertThat(server.heard()).doesNotContain("STARTTLS");
        }
    }

    private void assertNotSent(SmtpMailSender sender) {
        assertThatThrownBy(() -> sender.send(mail))
                .isInstanceOf(MailNotSent.class)
                .hasMessageStartingWith("no conversation with the SMTP server: SSL");
    }

    private static ScriptedSmtpServer overTls(TlsFixture tls) throws Exception {
        ServerSocket socket =
                tls.server().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        return new ScriptedSmtpServer(socket, null, Map.of());
    }

    private static ServerSocket plainSocket() throws Exception {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static SmtpMailSender sender(String url, SSLContext trust) {
        SmtpSession smtp =
                new SmtpSession(SmtpServer.parse(url), SmtpTimeouts.STANDARD, Optional.of(trust.getSocketFactory()));
        return new SmtpMailSender(smtp, SettingsFixture.standard());
    }
}
