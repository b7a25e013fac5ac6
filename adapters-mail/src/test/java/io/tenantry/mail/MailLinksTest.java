package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailKind;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailLinksTest {

    private static final SecretToken TOKEN = new SecretToken("abc-DEF_123");

    @Test
    void R_F2_links_lead_to_the_pages_under_the_public_URL() {
        MailLinks links = MailLinks.of(URI.create("https://id.example.org"));

        assertThat(link(links, MailKind.VERIFY_EMAIL)).isEqualTo("https://id.example.org/verify?token=abc-DEF_123");
        assertThat(link(links, MailKind.RESET_PASSWORD)).isEqualTo("https://id.example.org/reset?token=abc-DEF_123");
        assertThat(link(links, MailKind.CONFIRM_EMAIL))
                .isEqualTo("https://id.example.org/confirm-email?token=abc-DEF_123");
        assertThat(link(links, MailKind.INVITATION))
                .isEqualTo("https://id.example.org/invitations/accept?token=abc-DEF_123");
    }

    @Test
    void a_path_and_a_trailing_slash_of_the_public_URL_are_kept_and_dropped() {
        MailLinks links = MailLinks.of(URI.create("https://example.org/accounts/"));

        assertThat(link(links, MailKind.VERIFY_EMAIL))
                .isEqualTo("https://example.org/accounts/verify?token=abc-DEF_123");
    }

    @Test
    void one_kind_may_lead_into_the_hosts_own_front_end_and_the_others_stay() {
        MailLinks links =
                SettingsFixture.links().with(MailKind.RESET_PASSWORD, "https://app.example.org/#/new/{token}/x");

        assertThat(link(links, MailKind.RESET_PASSWORD)).isEqualTo("https://app.example.org/#/new/abc-DEF_123/x");
        assertThat(link(links, MailKind.VERIFY_EMAIL)).startsWith("http://localhost:8080/verify?token=");
    }

    @Test
    void links_that_were_overridden_are_another_object() {
        MailLinks links = SettingsFixture.links();

        links.with(MailKind.VERIFY_EMAIL, "https://app.example.org/{token}");

        assertThat(link(links, MailKind.VERIFY_EMAIL)).startsWith("http://localhost:8080/verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org/verify",
                "https://app.example.org/{token}/{token}",
                "javascript:alert('{token}')",
                "ftp://app.example.org/{token}",
                "/verify?token={token}",
                "https://{token}.example.org/",
                "https://me:secret@app.example.org/{token}",
                "https://app.example.org/a b/{token}",
                "https://app.example.org/\r\nX: {token}",
                "https://bücher.example/{token}",
                ""
            })
    void a_template_of_another_form_is_refused(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsFixture.links().with(MailKind.VERIFY_EMAIL, template))
                .withMessageContaining("a mail's link must");
    }

    @Test
    void a_template_of_more_than_500_characters_is_refused() {
        String start = "https://app.example.org/?token={token}&x=";

        String longest = start + "x".repeat(500 - start.length());

        assertThat(SettingsFixture.links().with(MailKind.VERIFY_EMAIL, longest)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsFixture.links().with(MailKind.VERIFY_EMAIL, longest + "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@example.org", "localhost:8080", "https:///x", "/relative"})
    void a_public_URL_that_is_no_web_address_is_refused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> MailLinks.of(URI.create(url)));
    }

    @Test
    void a_kind_without_a_link_is_given_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SettingsFixture.links().with(MailKind.PASSWORD_CHANGED, "https://app.example.org/{token}"))
                .withMessage("a mail of this kind has no link: PASSWORD_CHANGED");
    }

    @Test
    void a_mail_that_lost_its_token_is_named() {
        Mail mail = mail(MailKind.RESET_PASSWORD, Optional.empty());

        assertThatIllegalStateException()
                .isThrownBy(() -> SettingsFixture.links().link(mail))
                .withMessage("a mail of RESET_PASSWORD needs a token: " + mail.id());
    }

    private static String link(MailLinks links, MailKind kind) {
        return links.link(mail(kind, Optional.of(TOKEN)));
    }

    private static Mail mail(MailKind kind, Optional<SecretToken> token) {
        Mail mail = MailFixture.aMail();
        return new Mail(mail.id(), kind, mail.to(), token, mail.details(), mail.createdAt());
    }
}
