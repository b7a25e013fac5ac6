package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.mail.SmtpServer.Login;
import io.tenantry.mail.SmtpServer.Security;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.org, mail.example.org, 587, STARTTLS_OPTIONAL",
        "smtp://mail.example.org/, mail.example.org, 587, STARTTLS_OPTIONAL",
        "smtp://mail.example.org:25?starttls=optional, mail.example.org, 25, STARTTLS_OPTIONAL",
        "smtp://mail.example.org:2525?starttls=required, mail.example.org, 2525, STARTTLS_REQUIRED",
        "smtp://127.0.0.1:1025?starttls=off, 127.0.0.1, 1025, NONE",
        "smtp://[::1]:25, [::1], 25, STARTTLS_OPTIONAL",
        "smtps://mail.example.org, mail.example.org, 465, TLS",
        "smtps://mail.example.org:4650, mail.example.org, 4650, TLS"
    })
    void host_and_port_and_privacy_are_read(String url, String host, int port, Security security) {
        assertThat(SmtpServer.parse(url)).isEqualTo(new SmtpServer(host, port, security, Optional.empty()));
    }

    @Test
    void a_password_is_sent_in_clear_only_where_that_is_asked_for() {
        assertThat(SmtpServer.parse("smtp://ada:hunter2@mail.example.org").security())
                .isEqualTo(Security.STARTTLS_REQUIRED);
        assertThat(SmtpServer.parse("smtp://ada:hunter2@mail.example.org?starttls=optional")
                        .security())
                .isEqualTo(Security.STARTTLS_OPTIONAL);
    }

    @Test
    void user_and_password_are_percent_decoded_and_a_plus_is_a_plus() {
        SmtpServer server = SmtpServer.parse("smtp://ada%40example.org:p%3A%2F%20+%C3%A9:x@mail.example.org:587");

        assertThat(server.login()).contains(new Login("ada@example.org", "p:/ +é:x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.example.org",
                "http://mail.example.org",
                "SMTP2://mail.example.org",
                "smtp:mail.example.org",
                "smtp://",
                "smtp://:587",
                "smtp://mail.example.org/path",
                "smtp://mail.example.org#x",
                "smtp://mail.example.org:0",
                "smtp://mail.example.org:65536",
                "smtp://mail.example.org?starttls=maybe",
                "smtp://mail.example.org?tls=on",
                "smtp://mail.example.org?starttls=required&x=1",
                "smtps://mail.example.org?starttls=off"
            })
    void another_form_is_refused_with_the_right_one(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpServer.parse(url))
                .withMessageStartingWith("SMTP_URL ")
                .withMessageContaining("smtp://user:password@host:port?starttls=required|optional|off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://ada:hunter2 two@mail.example.org",
                "smtp://ada:hunter2%zz@mail.example.org",
                "smtp://ada:hunter2@mail.example.org:99999",
                "smtp://ada:hunter2#@mail.example.org",
                "xmtp://ada:hunter2@mail.example.org",
                "smtp://:hunter2@mail.example.org",
                "smtp://hunter2@mail.example.org"
            })
    void R16_2_5_no_refusal_shows_the_password(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpServer.parse(url))
                .withNoCause()
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("hunter2"));
    }

    @Test
    void R16_2_5_a_server_shows_neither_user_nor_password() {
        assertThat(SmtpServer.parse("smtp://ada:hunter2@mail.example.org").toString())
                .contains("mail.example.org")
                .doesNotContain("ada", "hunter2");
    }
}
