package io.tenantry.mail;

import static io.tenantry.mail.LetterFixture.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may have typed, and what of it is told. */
class FactsTest {

    @ParameterizedTest
    @ValueSource(strings = {"YubiKey 5C", "iPhone von Zoë", "O'Neill & Söhne (2)", "山田", "MacBook-Pro_16"})
    void the_name_of_a_thing_is_told_as_it_is(String name) {
        assertThat(text(MailKind.PASSKEY_ADDED, MailDetail.NAME, name)).contains("\nPasskey: " + name + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "evil.example",
                "https://evil.example/?token=1",
                "me@evil.example",
                "<script>x</script>",
                "Key\r\nBcc: x@example.org",
                "Key\u2028x",
                "{body}",
                "call 0800 123 4567",
                "+49-30-1234567",
                "\u202eyeK",
                "a key whose name is longer than 40 letters"
            })
    void R16_4_1_what_reads_as_something_else_than_a_name_is_left_out(String name) {
        assertThat(text(MailKind.PASSKEY_ADDED, MailDetail.NAME, name)).doesNotContain("Passkey:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "2001:db8::1", "fe80::1%eth0", "::ffff:192.0.2.1"})
    void an_IP_address_is_told(String address) {
        assertThat(text(MailKind.NEW_SIGN_IN, MailDetail.ADDRESS, address)).contains("\nIP address: " + address + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "evil.example", "1.2.3.4\r\nX: y", "<b>1</b>", "_hidden"})
    void what_is_no_IP_address_is_left_out(String address) {
        assertThat(text(MailKind.NEW_SIGN_IN, MailDetail.ADDRESS, address)).doesNotContain("IP address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "a@b",
                "<b>@example.org",
                "a@example.org, b@example.org",
                "a@example.org\r\nX: y"
            })
    void what_is_no_e_mail_address_is_left_out(String address) {
        assertThat(text(MailKind.EMAIL_CHANGED, MailDetail.NEW_EMAIL, address)).doesNotContain("New address");
    }

    private static String text(MailKind kind, MailDetail detail, String value) {
        return letter(kind, Locale.ENGLISH, Map.of(detail, value)).text();
    }
}
