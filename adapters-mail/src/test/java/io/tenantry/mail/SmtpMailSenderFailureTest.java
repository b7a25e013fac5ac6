package io.tenantry.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailSender.MailNotSent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a mail that the SMTP server does not take. */
class SmtpMailSenderFailureTest {

    private static final SmtpTimeouts SHORT = new SmtpTimeouts(
            Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(900));

    private final Mail mail = MailFixture.aMail();

    @Test
    void R16_5_2_a_server_that_is_not_there_is_a_mail_not_sent() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(failure(port)).hasMessage("no conversation with the SMTP server: ConnectException");
    }

    @Test
    void R16_5_2_a_server_that_never_answers_is_given_up() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(failure(silent.getLocalPort()))
                    .hasMessage("no conversation with the SMTP server: SocketTimeoutException")
                    .hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void standard_timeouts_are_5_and_10_and_10_seconds_and_45_for_the_whole() {
        assertThat(SmtpTimeouts.STANDARD)
                .isEqualTo(new SmtpTimeouts(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(45)));
    }

    @Test
    void a_server_that_answers_a_byte_at_a_time_is_given_up() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<?> trickling = thread.submit(() -> trickle(slow));

            assertThat(failure(slow.getLocalPort()))
                    .hasMessageStartingWith("no conversation with the SMTP server: ")
                    .hasCauseInstanceOf(SocketException.class);
            assertThat(trickling.get(10, SECONDS)).isEqualTo("the client is gone");
            thread.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <%s> no such user, the SMTP server answered 550 (5.1.1)",
        "RCPT, 450 try %s later, the SMTP server answered 450",
        "MAIL, 530 5.7.0 login first, the SMTP server answered 530 (5.7.0)",
        "DATA, 451 4.3.0 not now, the SMTP server answered 451 (4.3.0)",
        "., 554 5.7.1 spam from %s, the SMTP server answered 554 (5.7.1)"
    })
    void a_refusal_is_told_by_its_codes_alone(String command, String answer, String reason) throws Exception {
        String text = String.format(answer, mail.to().email().value());
        try (ScriptedSmtpServer server = ScriptedSmtpServer.answering(Map.of(command, text))) {
            MailNotSent failure = failure(server.port());

            assertThat(failure).hasMessage(reason);
            assertThat(trace(failure))
                    .doesNotContain(
                            mail.to().email().value(),
                            mail.token().orElseThrow().value());
        }
    }

    @Test
    void a_server_that_hangs_up_in_the_midst_is_a_mail_not_sent() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.answering(Map.of(".", ""))) {
            assertThat(trace(failure(server.port())))
                    .doesNotContain(
                            mail.to().email().value(),
                            mail.token().orElseThrow().value());
        }
    }

    @Test
    void a_server_that_hangs_up_once_it_has_the_mail_has_the_mail() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.answering(Map.of("QUIT", ""))) {
            assertThatCode(() -> sender(server.port()).send(mail)).doesNotThrowAnyException();
        }
    }

    private MailNotSent failure(int port) {
        return catchThrowableOfType(MailNotSent.class, () -> sender(port).send(mail));
    }

    private static SmtpMailSender sender(int port) {
        SmtpServer server = SmtpServer.parse("smtp://127.0.0.1:" + port);
        return new SmtpMailSender(SmtpSession.of(server, SHORT), SettingsFixture.standard());
    }

    /** Greets without end, a byte at a time, until the client is gone. */
    private static String trickle(ServerSocket server) throws IOException {
        try (Socket client = server.accept()) {
            client.setSoTimeout(50);
            while (isThere(client)) {
                client.getOutputStream().write('2');
            }
            return "the client is gone";
        }
    }

    private static boolean isThere(Socket client) throws IOException {
        try {
            return client.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
