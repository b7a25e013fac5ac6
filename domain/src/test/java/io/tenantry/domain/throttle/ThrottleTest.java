package io.tenantry.domain.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ThrottleRule RULE =
            new ThrottleRule(3, Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofHours(24));

    @Test
    void nobody_waits_below_the_limit() {
        Throttle twice = counted(2);

        assertThat(twice.count()).isEqualTo(2);
        assertThat(twice.wait(NOW)).isEmpty();
    }

    @Test
    void whoever_reaches_the_limit_waits_until_the_wait_is_over() {
        Throttle reached = counted(3);

        assertThat(reached.wait(NOW)).contains(Duration.ofMinutes(1));
        assertThat(reached.wait(NOW.plusSeconds(59))).contains(Duration.ofSeconds(1));
        assertThat(reached.wait(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void R_N2_the_wait_grows_with_each_further_time() {
        Instant later = NOW.plusSeconds(60);

        Throttle again = counted(3).counted(RULE, later);

        assertThat(again.count()).isEqualTo(4);
        assertThat(again.wait(later)).contains(Duration.ofMinutes(2));
    }

    @Test
    void the_window_is_counted_from_the_first_time_and_what_is_older_counts_no_more() {
        Throttle twice = counted(2);
        Instant lastMoment = NOW.plus(Duration.ofMinutes(15)).minusMillis(1);

        assertThat(twice.isOver(RULE, lastMoment)).isFalse();
        assertThat(twice.counted(RULE, lastMoment).count()).isEqualTo(3);

        Instant over = NOW.plus(Duration.ofMinutes(15));
        assertThat(twice.isOver(RULE, over)).isTrue();
        assertThat(twice.counted(RULE, over)).isEqualTo(new Throttle(1, over, Optional.empty()));
    }

    @Test
    void who_had_to_wait_is_remembered_for_a_day_after_the_wait_however_short_the_window() {
        Throttle reached = counted(3);
        Instant forgotten = NOW.plus(Duration.ofMinutes(1)).plus(Duration.ofHours(24));

        assertThat(reached.counted(RULE, forgotten.minusMillis(1)).count()).isEqualTo(4);
        assertThat(reached.counted(RULE, forgotten).count()).isEqualTo(1);
    }

    private static Throttle counted(int times) {
        Throttle throttle = Throttle.fresh(NOW);
        for (int time = 0; time < times; time++) {
            throttle = throttle.counted(RULE, NOW);
        }
        return throttle;
    }
}
