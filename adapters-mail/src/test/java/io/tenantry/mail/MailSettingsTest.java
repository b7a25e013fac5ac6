package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

    @Test
    void a_name_with_an_address_and_a_bare_address_are_senders() {
        Sender named = from("Tenantry <no-reply@localhost>").sender();
        Sender bare = from("no-reply@mail.example.org").sender();

        assertThat(named.address().getPersonal()).isEqualTo("Tenantry");
        assertThat(named.address().getAddress()).isEqualTo("no-reply@localhost");
        assertThat(named.domain()).isEqualTo("localhost");
        assertThat(bare.address().getPersonal()).isNull();
        assertThat(bare.domain()).isEqualTo("mail.example.org");
    }

    @Test
    void a_name_in_Unicode_is_encoded_for_the_header() {
        Sender sender = from("Büro 株式会社 <no-reply@example.org>").sender();

        assertThat(sender.address().getPersonal()).isEqualTo("Büro 株式会社");
        assertThat(sender.address().toString()).startsWith("=?UTF-8?").isASCII();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Tenantry",
                "no-reply",
                "<>",
                "a@example.org, b@example.org",
                "group: a@example.org;",
                "Tenantry <no-reply@example.org>\r\nBcc: x@example.org",
                "Tenantry <no reply@example.org>",
                "Tenantry <büro@example.org>",
                "Tenantry <no-reply@example.org"
            })
    void what_is_not_exactly_one_address_is_refused(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(from))
                .withMessageContaining("the sender of mails must be one address");
    }

    private static MailSettings from(String from) {
        return new MailSettings(from, SettingsFixture.links());
    }
}
