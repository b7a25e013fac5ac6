package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Ada Lovelace",
                "José Nuñez-García",
                "O'Neill",
                "山田 太郎",
                "Dr. Strange",
                "Tom & Jerry",
                "नरेन्द्र"
            })
    void a_name_is_greeted(String name) {
        assertThat(Greeting.name(name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "see https://evil.example/",
                "evil.example",
                "www.evil.example",
                "x@evil.example",
                "reset?token=abc",
                "<b>Ada</b>",
                "Ada\r\nBcc: x@example.org",
                "Ada\u2028x",
                "{link}",
                "Call 0800 123 4567 now",
                "\u202eadA"
            })
    void what_reads_as_something_else_than_a_name_is_passed_over(String text) {
        assertThat(Greeting.name(text)).isEmpty();
    }

    @Test
    void a_name_of_40_characters_is_greeted_and_a_longer_one_is_passed_over() {
        assertThat(Greeting.name("a".repeat(40))).isPresent();
        assertThat(Greeting.name("a".repeat(41))).isEmpty();
    }
}
