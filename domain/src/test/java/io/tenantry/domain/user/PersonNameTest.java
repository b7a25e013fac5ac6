package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.FieldProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void first_and_last_name_make_the_full_one() {
        PersonName name = PersonName.of(Optional.of(" John "), Optional.of("\u00A0Doe"));

        assertThat(name).isEqualTo(new PersonName(Optional.of("John"), Optional.of("Doe"), "John Doe"));
    }

    @Test
    void either_part_may_be_missing() {
        assertThat(PersonName.of(Optional.of("John"), Optional.empty()).full()).isEqualTo("John");
        assertThat(PersonName.of(Optional.empty(), Optional.of("Doe")).full()).isEqualTo("Doe");
        assertThat(PersonName.of(Optional.empty(), Optional.empty())).isEqualTo(PersonName.NONE);
    }

    @Test
    void a_full_name_is_kept_as_typed_and_its_first_word_is_the_first_name() {
        PersonName name = PersonName.ofFull("  Ada  King, Countess of Lovelace ");

        assertThat(name.full()).isEqualTo("Ada  King, Countess of Lovelace");
        assertThat(name.first()).contains("Ada");
        assertThat(name.last()).contains("King, Countess of Lovelace");
    }

    @Test
    void a_full_name_of_one_word_is_a_first_name() {
        assertThat(PersonName.ofFull("Prince"))
                .isEqualTo(new PersonName(Optional.of("Prince"), Optional.empty(), "Prince"));
    }

    @Test
    void nothing_typed_is_no_name() {
        assertThat(PersonName.ofFull(" ")).isEqualTo(PersonName.NONE);
        assertThat(PersonName.of(Optional.of(" "), Optional.of(""))).isEqualTo(PersonName.NONE);
    }

    @Test
    void a_changed_part_makes_the_full_name_anew() {
        PersonName ada = PersonName.of(Optional.of("Ada"), Optional.of("Byron"));

        assertThat(ada.changed(Change.keep(), Change.to(" King "))).isEqualTo(PersonName.ofFull("Ada King"));
        assertThat(ada.changed(Change.clear(), Change.keep()).full()).isEqualTo("Byron");
        assertThat(ada.changed(Change.clear(), Change.clear())).isEqualTo(PersonName.NONE);
    }

    @Test
    void a_full_name_stays_as_it_was_typed_while_both_parts_stay() {
        PersonName ada = PersonName.ofFull("Ada  King");

        assertThat(ada.changed(Change.keep(), Change.keep())).isEqualTo(ada);
        assertThat(ada.changed(Change.to("Ada"), Change.keep())).isEqualTo(ada);
    }

    @Test
    void a_part_has_1_to_50_code_points_after_trimming() {
        assertThat(PersonName.problemWithPart(" ")).contains(FieldProblem.REQUIRED);
        assertThat(PersonName.problemWithPart("J")).isEmpty();
        assertThat(PersonName.problemWithPart(" " + "😀".repeat(50) + " ")).isEmpty();
        assertThat(PersonName.problemWithPart("😀".repeat(51))).contains(FieldProblem.TOO_LONG);
        assertThat(PersonName.problemWithPart("J\nD")).contains(FieldProblem.ILLEGAL_CHARACTER);
    }

    @Test
    void a_full_name_has_2_to_100_code_points_after_trimming() {
        assertThat(PersonName.problemWithFull("  ")).contains(FieldProblem.REQUIRED);
        assertThat(PersonName.problemWithFull(" J ")).contains(FieldProblem.TOO_SHORT);
        assertThat(PersonName.problemWithFull("JD")).isEmpty();
        assertThat(PersonName.problemWithFull("a".repeat(100))).isEmpty();
        assertThat(PersonName.problemWithFull("a".repeat(101))).contains(FieldProblem.TOO_LONG);
        assertThat(PersonName.problemWithFull("J\0D")).contains(FieldProblem.ILLEGAL_CHARACTER);
    }
}
