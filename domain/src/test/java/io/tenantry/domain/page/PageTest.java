package io.tenantry.domain.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void what_was_found_beyond_the_limit_tells_that_there_is_more_and_is_not_shown() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), request(2), PageTest::place);

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.next()).contains(place(2));
    }

    @Test
    void a_page_that_is_just_full_is_the_last_if_nothing_more_was_found() {
        assertThat(Page.of(List.of(1, 2), request(2), PageTest::place))
                .isEqualTo(new Page<>(List.of(1, 2), Optional.empty()));
        assertThat(Page.of(List.<Integer>of(), request(2), PageTest::place))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    void its_rows_may_be_shown_as_something_else_and_the_next_begins_at_the_same_place() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), request(2), PageTest::place);

        assertThat(page.map(number -> "row " + number))
                .isEqualTo(new Page<>(List.of("row 1", "row 2"), Optional.of(place(2))));
    }

    @Test
    void a_page_does_not_change_with_the_list_that_it_was_made_of() {
        List<Integer> found = new ArrayList<>(List.of(1));
        Page<Integer> page = new Page<>(found, Optional.empty());

        found.add(2);

        assertThat(page.items()).containsExactly(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> page.items().clear());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 100})
    void a_page_has_1_to_100_rows(int limit) {
        assertThat(request(limit).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101})
    void a_page_of_any_other_length_cannot_be_asked_for(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> request(limit));
    }

    @Test
    void the_first_page_is_the_usual_one() {
        assertThat(PageRequest.FIRST).isEqualTo(request(25));
    }

    private static PageRequest request(int limit) {
        return new PageRequest(Optional.empty(), limit);
    }

    private static Cursor place(int number) {
        return new Cursor(Instant.EPOCH.plusSeconds(number), new UUID(0, number));
    }
}
