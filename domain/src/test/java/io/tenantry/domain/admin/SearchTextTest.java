package io.tenantry.domain.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.tenant.TenantStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @Test
    void words_are_what_stands_between_other_characters_in_lower_case() {
        assertThat(SearchText.of("  Ada.Lovelace+x@Example.ORG ").words())
                .containsExactly("ada", "lovelace", "x", "example", "org");
        assertThat(SearchText.of("Müller & Söhne 株式会社").words()).containsExactly("müller", "söhne", "株式会社");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "%_%", "'; --", ":*&|!()<>"})
    void R1_2_4_what_means_something_to_a_database_is_no_word(String typed) {
        assertThat(SearchText.of(typed)).isEqualTo(SearchText.EVERYTHING);
    }

    @Test
    void what_comes_after_the_tenth_word_is_passed_over() {
        assertThat(SearchText.of("w ".repeat(1_000)).words()).hasSize(10);
    }

    @Test
    void figures_do_not_change_with_the_table_that_they_were_made_of() {
        Map<TenantStatus, Long> tenants = new EnumMap<>(Map.of(TenantStatus.ACTIVE, 3L));
        Statistics statistics = new Statistics(tenants, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        tenants.clear();

        assertThat(statistics.tenants()).isEqualTo(Map.of(TenantStatus.ACTIVE, 3L));
        assertThat(List.of(statistics.registeredTenants(), statistics.pendingInvitations()))
                .containsExactly(1L, 8L);
    }

    @Test
    void days_do_not_change_with_the_list_that_they_were_in() {
        LocalDate day = LocalDate.EPOCH;
        List<DailyStatistics> daily = new ArrayList<>(List.of(DailyStatistics.none(day)));
        Statistics altogether = new Statistics(Map.of(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        ReadStatistics.Figures figures = new ReadStatistics.Figures(altogether, daily);

        daily.clear();

        assertThat(figures.daily()).containsExactly(new DailyStatistics(day, 0, 0, Optional.of(0L), 0, 0));
        assertThat(figures.daily().get(0).withoutSignIns())
                .isEqualTo(new DailyStatistics(day, 0, 0, Optional.empty(), 0, 0));
    }
}
