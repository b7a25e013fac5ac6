package io.tenantry.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.failure.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org/",
                "HTTPS://Hooks.Example.org:8443/in?key=a%20b&c=/d",
                "http://localhost:8080/hook",
                "https://localhost./hook",
                "https://xn--bcher-kva.example/",
                "https://203.0.113.7/",
                "https://[2001:db8::1]:443/hook",
                "https://[::ffff:127.0.0.1]/"
            })
    void a_url_has_a_host_and_nothing_that_a_url_of_a_webhook_has_no_use_for(String typed) {
        assertThat(WebhookUrl.problemWith(typed)).isEmpty();
        assertThat(new WebhookUrl(typed).value()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "'',REQUIRED",
        "ftp://example.org/,NOT_ALLOWED",
        "file:///etc/passwd,NOT_ALLOWED",
        "javascript:alert(1),NOT_ALLOWED",
        "gopher://example.org:70/x,NOT_ALLOWED",
        "example.org/hook,MALFORMED",
        "//example.org/hook,MALFORMED",
        "https:example.org,MALFORMED",
        "https:///hook,MALFORMED",
        "https://ada@example.org/,MALFORMED",
        "https://ada:secret@example.org/,MALFORMED",
        "https://@example.org/,MALFORMED",
        "https://example.org@127.0.0.1/,MALFORMED",
        "https://example.org/#part,MALFORMED",
        "https://example.org/#,MALFORMED",
        "https://example.org:0/,MALFORMED",
        "https://example.org:65536/,MALFORMED",
        "https://example.org:80a/,MALFORMED",
        "https://example.org\\@127.0.0.1/,MALFORMED",
        "https://exa mple.org/,ILLEGAL_CHARACTER",
        "https://bücher.example/,ILLEGAL_CHARACTER",
        "https://ex%61mple.org/,MALFORMED",
        "https://[fe80::1%25eth0]/,MALFORMED",
        "https://[::1/,MALFORMED"
    })
    void what_leads_elsewhere_than_it_looks_is_no_url(String typed, FieldProblem problem) {
        assertThat(WebhookUrl.problemWith(typed)).contains(problem);
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookUrl(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://2130706433/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.0x1/",
                "https://127.0.0.1./",
                "https://127.0.0.1.1/",
                "https://256.1.1.1/",
                "https://1.2.3.4.example.0x10/"
            })
    void an_address_is_written_in_four_numbers_or_not_at_all(String typed) {
        assertThat(WebhookUrl.problemWith(typed)).contains(FieldProblem.MALFORMED);
    }

    @Test
    void it_has_two_thousand_characters_at_most_and_no_line_break() {
        String longest = "https://example.org/" + "a".repeat(WebhookUrl.MAX_LENGTH - 20);

        assertThat(WebhookUrl.problemWith(longest)).isEmpty();
        assertThat(WebhookUrl.problemWith(longest + "a")).contains(FieldProblem.TOO_LONG);
        assertThat(WebhookUrl.problemWith("https://example.org/\r\nHost: x")).contains(FieldProblem.ILLEGAL_CHARACTER);
    }

    @Test
    void what_a_log_may_show_of_it_has_neither_path_nor_query() {
        assertThat(new WebhookUrl("https://example.org:8443/secret?token=secret"))
                .hasToString("https://example.org:8443");
    }

    @Test
    void only_https_is_encrypted() {
        assertThat(new WebhookUrl("HTTPS://example.org/").encrypted()).isTrue();
        assertThat(new WebhookUrl("http://example.org/").encrypted()).isFalse();
    }
}
