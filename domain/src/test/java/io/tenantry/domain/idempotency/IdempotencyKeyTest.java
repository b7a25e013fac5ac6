package io.tenantry.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"8e03978e\"", "!~", "a,b;c=\"d\""})
    void visible_ascii_is_a_key_and_kept_as_it_is(String text) {
        assertThat(IdempotencyKey.parse(text)).map(IdempotencyKey::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\n", "\u0000", "\u007f", "\u00e9", "\uff21", "\ud800"})
    void what_is_empty_or_not_visible_or_beyond_ascii_is_none(String text) {
        assertThat(IdempotencyKey.parse(text)).isEmpty();
    }

    @Test
    void it_has_255_characters_at_most() {
        assertThat(IdempotencyKey.parse("k".repeat(255))).isPresent();
        assertThat(IdempotencyKey.parse("k".repeat(256))).isEmpty();
    }

    @Test
    void two_are_the_same_in_the_same_spelling_alone() {
        IdempotencyKey key = KeyedCallFixture.key("abc");

        assertThat(key).isEqualTo(KeyedCallFixture.key("abc")).hasSameHashCodeAs(KeyedCallFixture.key("abc"));
        assertThat(key).isNotEqualTo(KeyedCallFixture.key("ABC")).isNotEqualTo(KeyedCallFixture.key("\"abc\""));
    }

    @Test
    void R16_2_5_it_is_never_shown() {
        assertThat(KeyedCallFixture.aCall().toString()).contains("IdempotencyKey[redacted]", "TokenDigest[redacted]");
    }
}
