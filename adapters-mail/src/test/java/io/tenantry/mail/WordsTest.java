package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.mail.MailKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Instant SUMMER = Instant.parse("2026-07-31T22:05:00Z");

    private final Words english = Words.in(Locale.ENGLISH);
    private final Words german = Words.in(Locale.GERMAN);

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(german.keys()).isEqualTo(english.keys());
    }

    @Test
    void no_key_is_one_of_a_mail_that_there_is_not() {
        Set<String> kinds = Arrays.stream(MailKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(english.keys())
                .filteredOn(key -> key.contains("."))
                .extracting(key -> key.substring(0, key.indexOf('.')))
                .isSubsetOf(union(kinds, Set.of("greeting", "fact")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void no_words_have_odd_spaces_or_characters(String language) {
        Words words = Words.in(Locale.forLanguageTag(language));

        assertThat(words.keys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(words.get(key))
                        .isNotBlank()
                        .isEqualTo(words.get(key).strip())
                        .doesNotContain("  ", "\t", "\r", "\uFFFD", "Ã", " \n", "\n "));
    }

    @ParameterizedTest
    @CsvSource({"de,de", "de-AT,de", "de-CH-1996,de", "en,en", "en-GB,en", "fr,en", "und,en", "tlh-Latn,en"})
    void a_language_that_is_not_spoken_is_answered_in_English(String asked, String spoken) {
        assertThat(Words.in(Locale.forLanguageTag(asked)).language()).isEqualTo(Locale.forLanguageTag(spoken));
    }

    @Test
    void a_time_is_told_in_the_readers_language_and_timezone() {
        assertThat(english.when(SUMMER, ZoneId.of("UTC"))).isEqualTo("31 July 2026, 22:05 (UTC)");
        assertThat(english.when(SUMMER, ZoneId.of("America/New_York")))
                .isEqualTo("31 July 2026, 18:05 (America/New_York)");
        assertThat(german.when(SUMMER, ZoneId.of("Europe/Berlin")))
                .isEqualTo("1. August 2026, 00:05 Uhr (Europe/Berlin)");
    }

    @Test
    void a_greeting_is_made_with_a_name_that_reads_as_one_alone() {
        assertThat(english.greeting("Ada Lovelace")).isEqualTo("Hello Ada Lovelace,");
        assertThat(german.greeting("Ada Lovelace")).isEqualTo("Guten Tag Ada Lovelace,");
        assertThat(english.greeting("evil.example")).isEqualTo("Hello,");
        assertThat(german.greeting("")).isEqualTo("Guten Tag,");
    }

    @Test
    void a_key_without_words_is_named() {
        assertThatThrownBy(() -> german.get("nothing"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no words in de for nothing");
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
