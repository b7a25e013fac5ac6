package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.mail.MailKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTemplateTest {

    private static final String LINK = "http://localhost:8080/verify?token=abc";

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void every_kind_has_a_subject_and_says_the_same_in_text_and_in_HTML(MailKind kind) {
        MailTemplate template = MailTemplate.load(kind);

        String text = template.textWith("Hello Ada,", LINK);
        String html = template.htmlWith("Hello Ada,", LINK);

        assertThat(template.subject()).isNotBlank().isASCII();
        assertThat(withoutTags(html))
                .contains(
                        text.lines().limit(8).filter(line -> !line.equals(LINK)).toList());
        assertThat(html).contains("<a href=\"" + LINK + "\">" + LINK + "</a>");
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void the_link_stands_on_a_line_of_its_own_and_nothing_is_left_to_fill_in(MailKind kind) {
        String text = MailTemplate.load(kind).textWith("Hello,", LINK);
        String html = MailTemplate.load(kind).htmlWith("Hello,", LINK);

        assertThat(text.lines()).containsOnlyOnce(LINK);
        assertThat(text + html).doesNotContain("{", "}");
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void the_words_without_the_link_hold_no_token(MailKind kind) {
        MailTemplate template = MailTemplate.load(kind);

        assertThat(template.textWith("", "") + template.htmlWith("", "")).doesNotContain("token");
    }

    @Test
    void who_did_not_sign_up_is_asked_to_ignore_the_mail() {
        assertThat(MailTemplate.load(MailKind.VERIFY_EMAIL).text())
                .contains("If you did not sign up, please ignore this mail");
    }

    @Test
    void who_did_not_ask_for_a_reset_learns_that_nothing_changes() {
        assertThat(MailTemplate.load(MailKind.RESET_PASSWORD).text())
                .contains("If you did not ask for it, please ignore this mail: nothing changes");
    }

    @Test
    void the_lifetimes_told_are_those_that_tokens_have() {
        assertThat(MailTemplate.load(MailKind.VERIFY_EMAIL).text())
                .contains("works for " + TokenPurpose.VERIFY_EMAIL.lifetime().toHours() + " hours");
        assertThat(MailTemplate.load(MailKind.RESET_PASSWORD).text())
                .contains("for " + TokenPurpose.RESET_PASSWORD.lifetime().toMinutes() + " minutes");
    }

    @Test
    void what_is_inserted_is_escaped_in_HTML_alone() {
        MailTemplate template = MailTemplate.load(MailKind.VERIFY_EMAIL);

        assertThat(template.htmlWith("<i>\"Tom\" & 'Jerry'</i>", LINK + "&x=1"))
                .contains("&lt;i&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/i&gt;", "token=abc&amp;x=1\"")
                .doesNotContain("<i>");
        assertThat(template.textWith("Tom & Jerry", LINK)).contains("Tom & Jerry");
    }

    @Test
    void what_is_inserted_is_not_filled_in_again() {
        MailTemplate template = MailTemplate.load(MailKind.VERIFY_EMAIL);

        assertThat(template.textWith("{link} $1 \\", LINK))
                .contains("{link} $1 \\")
                .containsOnlyOnce("token=");
    }

    private static String withoutTags(String html) {
        return html.replaceAll("<[^>]+>", "");
    }
}
