package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "Acme Inc.",
                "Dr. Müller & Söhne (Wien)",
                "O'Neill",
                "Café L’Été",
                "株式会社 山田",
                "नरेन्द्र",
                "3M",
                "Rot-Weiß 1907"
            })
    void a_name_is_told_as_it_is(String name) {
        assertThat(TypedName.of(name)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://evil.example click here | https evil example click here",
                "evil.example | evil example",
                "evil。example | evil example",
                "evil．example | evil example",
                "evil․example | evil example",
                ".evil..example. | evil example.",
                "me@evil.example | me evil example",
                "<b>Acme</b> | b Acme b",
                "Acme {body} | Acme body",
                "1.2.3.4 | 1 2 3 4",
                "Win 🎉 now! | Win now"
            })
    void what_could_be_a_link_or_a_tag_is_taken_apart(String typed, String told) {
        assertThat(TypedName.of(typed)).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Acme\r\nBcc: x", "Acme\u2028Bcc: x", "Acme\u0085Bcc: x", "Acme\u202eBcc: x", "Acme\tBcc: x"})
    void R16_4_1_it_stays_in_its_line_and_in_its_direction(String typed) {
        assertThat(TypedName.of(typed)).contains("Acme Bcc x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "://", "call 0800 123 4567", "+49-30-1234567", "٠٨٠٠١٢٣"})
    void what_says_nothing_or_could_be_dialled_is_not_told(String typed) {
        assertThat(TypedName.of(typed)).isEmpty();
    }

    @Test
    void it_is_cut_at_40_characters_and_no_pair_is_cut_in_two() {
        assertThat(TypedName.of("a".repeat(40))).contains("a".repeat(40));
        assertThat(TypedName.of("a".repeat(41))).contains("a".repeat(39) + "…");
        assertThat(TypedName.of("𝒜".repeat(50))).contains("𝒜".repeat(39) + "…");
    }
}
