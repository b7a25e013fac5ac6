package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedLanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|de",
                "de-AT, en;q=0.9|de",
                "en-GB|en",
                "fr, de;q=0.8, en;q=0.7|de",
                "en;q=0.5, de|de",
                "DE-ch|de",
                "de;q=0, en;q=0.1|en",
                "*, de;q=0.5|de"
            })
    void it_is_the_one_liked_best_of_those_spoken(String header, String language) {
        assertThat(AcceptedLanguage.of(header)).contains(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "fr", "*", "de;q=0", "den", "ende", ";;;", "de;q=x", "de;q=2", ",", "\u0000", "de_DE"})
    void who_names_none_of_them_or_nothing_that_can_be_read_has_none(String header) {
        assertThat(AcceptedLanguage.of(header)).isEmpty();
    }

    @Test
    void who_says_nothing_has_none() {
        assertThat(AcceptedLanguage.of(null)).isEmpty();
    }
}
