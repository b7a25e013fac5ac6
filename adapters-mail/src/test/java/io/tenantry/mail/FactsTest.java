package io.tenantry.mail;

import static io.tenantry.mail.LetterFixture.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import java.util.List;
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

    @ParameterizedTest
    @ValueSource(strings = {"grace@example.org", "Grace.Hopper+x@mail.example.org"})
    void who_invites_is_told_by_their_address_if_they_have_no_name(String address) {
        assertThat(text(MailKind.INVITATION, MailDetail.INVITER, address)).contains("\nInvited by: " + address + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example click here",
                "www.evil.example",
                "evil.example/?token=1",
                "x y@evil.example",
                "<a href=\"https://evil.example\">free</a>",
                "Acme\r\nBcc: x@example.org\r\n\r\nhttps://evil.example",
                "{body}",
                "call 0800 123 4567",
                "javascript:alert(1)"
            })
    void R16_4_1_names_that_people_typed_are_no_links_headers_lines_or_numbers_in_a_mail_to_a_stranger(String typed) {
        for (MailDetail detail : List.of(MailDetail.TENANT, MailDetail.INVITER)) {
            Letter letter = letter(MailKind.INVITATION, Locale.ENGLISH, Map.of(detail, typed));
            String said = letter.text().replaceAll("http://localhost:8080/\\S+", "")
                    + letter.html()
                            .replaceAll("http://localhost:8080/[^\"<]+", "")
                            .replaceAll("<[^>]*>", "");

            assertThat(said)
                    .doesNotContain("http:", "https:", "evil.example", "@", "Bcc:", "4567", "javascript:", "{")
                    .doesNotContainPattern("(?m)^(Bcc|https?)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"king", "", "owner.x", "{text}"})
    void a_role_that_there_is_not_is_left_out(String role) {
        assertThat(text(MailKind.INVITATION, MailDetail.ROLE, role)).doesNotContain("Role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-13-01T00:00:00Z"})
    void what_is_no_time_is_left_out(String time) {
        assertThat(text(MailKind.INVITATION, MailDetail.UNTIL, time)).doesNotContain("Valid until");
    }

    private static String text(MailKind kind, MailDetail detail, String value) {
        return letter(kind, Locale.ENGLISH, Map.of(detail, value)).text();
    }
}
