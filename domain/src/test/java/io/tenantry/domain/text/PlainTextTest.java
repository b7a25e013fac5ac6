package io.tenantry.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    /** WhiteSpace and LineTerminator of ECMA-262, sections 12.2 and 12.3. */
    private static final String ECMA_SCRIPT_SPACES =
            "\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    @Test
    void what_ECMAScript_trims_is_trimmed_at_both_ends_and_kept_within() {
        ECMA_SCRIPT_SPACES.chars().forEach(space -> {
            String c = Character.toString(space);
            assertThat(PlainText.trim(c + c + "a" + c + "b" + c)).isEqualTo("a" + c + "b");
        });
    }

    @Test
    void exactly_what_ECMAScript_trims_is_trimmed() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean trimmed = PlainText.trim(String.valueOf((char) c)).isEmpty();

            assertThat(trimmed).as("U+%04X", c).isEqualTo(ECMA_SCRIPT_SPACES.indexOf(c) >= 0);
        }
    }

    @Test
    void nothing_left_is_a_field_that_is_required() {
        assertThat(PlainText.trim(ECMA_SCRIPT_SPACES)).isEmpty();
        assertThat(PlainText.problemWith("", 1, 10)).contains(FieldProblem.REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0007b", "a\u001Bb", "a\u007Fb", "a\u0085b", "a\r\nb", "a\uD83Db", "\uDE00"})
    void a_control_character_or_half_a_surrogate_pair_is_illegal(String text) {
        assertThat(PlainText.problemWith(text, 1, 10)).contains(FieldProblem.ILLEGAL_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "O'Neill; DROP TABLE", "山田", "👩‍💻", "e\u0301", "<b>", "a\u2028b", "a\u2029b"})
    void anything_else_is_a_line_of_text(String text) {
        assertThat(PlainText.problemWith(text, 1, 30)).isEmpty();
    }

    @Test
    void length_is_counted_in_code_points() {
        assertThat(PlainText.problemWith("😀".repeat(10), 1, 10)).isEmpty();
        assertThat(PlainText.problemWith("😀".repeat(11), 1, 10)).contains(FieldProblem.TOO_LONG);
        assertThat(PlainText.problemWith("😀", 2, 10)).contains(FieldProblem.TOO_SHORT);
    }

    @Test
    void half_a_surrogate_pair_is_found_and_a_whole_one_is_none() {
        assertThat(PlainText.hasUnpairedSurrogate("a\uDE00")).isTrue();
        assertThat(PlainText.hasUnpairedSurrogate("\uD83D")).isTrue();
        assertThat(PlainText.hasUnpairedSurrogate("\uD83D\uDE00")).isFalse();
    }
}
