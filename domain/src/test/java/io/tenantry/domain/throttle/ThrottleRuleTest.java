package io.tenantry.domain.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleRuleTest {

    @Test
    void the_wait_doubles_from_the_first_to_the_longest() {
        ThrottleRule rule = new ThrottleRule(10, Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofHours(24));

        assertThat(rule.waitAfter(10)).isEqualTo(Duration.ofMinutes(1));
        assertThat(rule.waitAfter(11)).isEqualTo(Duration.ofMinutes(2));
        assertThat(rule.waitAfter(14)).isEqualTo(Duration.ofMinutes(16));
        assertThat(rule.waitAfter(20)).isEqualTo(Duration.ofMinutes(1024));
        assertThat(rule.waitAfter(21)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_count_beyond_all_reason_waits_the_longest() {
        ThrottleRule rule = ThrottleKind.ACCOUNT.rule();

        assertThat(rule.waitAfter(Integer.MAX_VALUE)).isEqualTo(rule.longestWait());
    }

    @Test
    void R_N2_a_hundred_wrong_guesses_from_elsewhere_take_more_than_two_months() {
        ThrottleRule rule = ThrottleKind.ACCOUNT.rule();
        Duration waited = Duration.ZERO;

        for (int guess = rule.limit(); guess < 100; guess++) {
            waited = waited.plus(rule.waitAfter(guess));
        }

        assertThat(waited).isGreaterThan(Duration.ofDays(60));
    }
}
