package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/html;q=0.9, application/json;q=0.8",
                "application/json;q=0.1, text/html",
                "text/html; charset=utf-8",
                "TEXT/HTML, */*"
            })
    void who_names_html_before_json_gets_it(String accept) {
        assertThat(Accepted.prefersHtml(accept)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "application/json, text/plain, */*",
                "application/json, text/html",
                "application/json, text/html;q=0.9",
                "text/html;q=0",
                "text/html;q=0.000",
                "nonsense;;;q=,,\"",
                "text/htmlx"
            })
    void everybody_else_gets_json(String accept) {
        assertThat(Accepted.prefersHtml(accept)).isFalse();
    }
}
